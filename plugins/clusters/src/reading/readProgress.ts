import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';

const MINUTE_MS = 60_000;

/** What Magnum's own default is where none was asked for. */
const DEFAULT_MINUTES = 60;

/** How long a creation has been going on, in minutes. */
export interface Progress {
  elapsed: number;
  /** After which it is given up, or should have been. */
  timeout: number;
  isOver: boolean;
}

/** `undefined` unless the cluster is being created. */
export function readProgress(
  details: Pick<ClusterDetails, 'phase' | 'createdAt' | 'createTimeout'>,
  now: number,
): Progress | undefined {
  const { phase, createdAt, createTimeout } = details;
  const start = Date.parse(createdAt ?? '');
  if (phase !== 'CREATE_IN_PROGRESS' || Number.isNaN(start)) {
    return undefined;
  }
  const elapsed = Math.max(0, Math.floor((now - start) / MINUTE_MS));
  // 0 means that there is none, and is judged like the default.
  const timeout = createTimeout || DEFAULT_MINUTES;
  return { elapsed, timeout, isOver: elapsed >= timeout };
}
