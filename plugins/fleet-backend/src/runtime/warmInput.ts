import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Remembered } from '../store';
import { CoverageEntry } from '../watch';

/**
 * What the last run left, as it is known now: nothing was asked yet, so that
 * all of it is as old as it is.
 */
export function warmInput(
  remembered: Pick<Remembered, 'resources' | 'sources'>,
  now: Date,
): {
  sources: SourceInfo[];
  coverage: CoverageEntry[];
} {
  const sources = new Map(remembered.sources.map(info => [info.id, info]));
  return {
    sources: remembered.sources.map(info => ({
      ...info,
      state: 'stale',
      since: info.state === 'stale' ? info.since : now.toISOString(),
      error: info.error ?? 'It was not heard since the restart',
    })),
    coverage: remembered.resources
      .filter(({ source }) => sources.has(source))
      .flatMap(known => [
        {
          source: known.source,
          resource: known.resource,
          coverage: coverageOf(known, sources.get(known.source), now),
        },
        ...ofNamespaces(known, now),
      ]),
  };
}

function ofNamespaces(
  { source, resource, namespaces = {} }: Remembered['resources'][number],
  now: Date,
): CoverageEntry[] {
  return Object.entries(namespaces)
    .filter(([, { state }]) => state === 'live' || state === 'stale')
    .map(([namespace, { state, since, lastContact }]) => ({
      source,
      resource,
      namespace,
      coverage: {
        state: 'stale',
        since: state === 'stale' ? since : now.toISOString(),
        lastContact,
      },
    }));
}

function coverageOf(
  { coverage, resourceVersion }: Remembered['resources'][number],
  source: SourceInfo | undefined,
  now: Date,
): Coverage {
  if (coverage?.state === 'absent' || coverage?.state === 'forbidden') {
    return coverage;
  }
  if (resourceVersion === undefined) {
    return { state: 'syncing', since: now.toISOString() };
  }
  return {
    state: 'stale',
    since: coverage?.state === 'stale' ? coverage.since : now.toISOString(),
    lastContact: coverage?.lastContact ?? source?.lastContact,
  };
}
