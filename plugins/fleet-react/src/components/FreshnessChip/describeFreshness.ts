import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { LiveState } from '../../live';

/** What the chip says: a message, and what goes into it. */
export type Freshness =
  | { tone: 'live'; message: 'live' | 'polling' }
  | { tone: 'waiting'; message: 'connecting' | 'paused' }
  | { tone: 'stale'; message: 'lost'; since: number }
  | {
      tone: 'stale';
      message: 'stale' | 'failed' | 'starting';
      since: number;
      name: string;
    }
  | { tone: 'stale'; message: 'several'; count: number; total: number };

const WORDS = {
  stale: 'stale',
  failed: 'failed',
  starting: 'starting',
} as const;

/** The worst that can be said of how old what is shown is. */
export function describeFreshness(
  state: LiveState,
  sources: SourceInfo[],
): Freshness {
  const dated = sources.filter(source => source.state !== 'live');
  if (state.mode === 'lost') {
    return { tone: 'stale', message: 'lost', since: state.since };
  }
  if (dated.length > 1) {
    return {
      tone: 'stale',
      message: 'several',
      count: dated.length,
      total: sources.length,
    };
  }
  const [source] = dated;
  if (source && source.state !== 'live') {
    return {
      tone: 'stale',
      message: WORDS[source.state],
      since: Date.parse(source.lastContact ?? source.since),
      name: source.name,
    };
  }
  return state.mode === 'live' || state.mode === 'polling'
    ? { tone: 'live', message: state.mode }
    : { tone: 'waiting', message: state.mode };
}
