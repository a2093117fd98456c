import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { LiveState } from '../../live';
import { commonKind, CommonKind } from '../../sources/commonKind';

/** What the chip says: a message, and what goes into it. */
export type Freshness =
  | { tone: 'live'; message: 'live' | 'polling' }
  | { tone: 'waiting'; message: 'connecting' }
  | {
      tone: 'waiting';
      message: 'startingSeveral';
      kind: CommonKind;
      count: number;
    }
  | { tone: 'stale'; message: 'lost'; since: number }
  | {
      tone: 'stale';
      message: 'stale' | 'failed' | 'starting';
      since: number;
      kind: CommonKind;
      name: string;
    }
  | {
      tone: 'stale';
      message: 'several';
      kind: CommonKind;
      count: number;
      total: number;
    };

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
  const silent = sources.filter(
    ({ state: known }) => known === 'stale' || known === 'failed',
  );
  const starting = sources.filter(source => source.state === 'starting');
  if (state.mode === 'lost') {
    return { tone: 'stale', message: 'lost', since: state.since };
  }
  if (silent.length > 1) {
    return {
      tone: 'stale',
      message: 'several',
      kind: commonKind(sources),
      count: silent.length,
      total: sources.length,
    };
  }
  if (silent.length === 0 && starting.length > 1) {
    return {
      tone: 'waiting',
      message: 'startingSeveral',
      kind: commonKind(starting),
      count: starting.length,
    };
  }
  const [source] = [...silent, ...starting];
  if (source && source.state !== 'live') {
    return {
      tone: 'stale',
      message: WORDS[source.state],
      since: Date.parse(source.lastContact ?? source.since),
      kind: commonKind([source]),
      name: source.name,
    };
  }
  // Paused and yet looked at: the first answer is still to come.
  return state.mode === 'live' || state.mode === 'polling'
    ? { tone: 'live', message: state.mode }
    : { tone: 'waiting', message: 'connecting' };
}
