import { cloudSourceId } from '@slipway/backstage-plugin-fleet-common';
import {
  listOf,
  numberOf,
  recordOf,
  SourceDump,
  textOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { ApiError, magnumTimeOf, recordsOf } from './records';

const NEVER = '1970-01-01T00:00:00.000Z';

/** What the block `openstack` of a scenario says of each cloud. */
export function readRecords(scenario: unknown): SourceDump[] {
  const first = recordOf(scenario, 'openstack');
  const dumps = [first, ...listOf(first, 'others')].flatMap(readBlock);
  return dumps.filter(
    ({ info }, at) =>
      dumps.findIndex(other => other.info.id === info.id) === at,
  );
}

function readBlock(block: unknown): SourceDump[] {
  const cloud = textOf(block, 'cloud');
  if (!cloud) {
    return [];
  }
  const observedAt = magnumTimeOf(block, 'observedAt');
  const error = readError(block, observedAt);
  return [
    {
      info: {
        id: cloudSourceId(cloud),
        kind: 'cloud',
        name: cloud,
        state: error ? 'stale' : 'live',
        reachable: !error,
        since: error?.since ?? observedAt ?? NEVER,
        lastContact: observedAt,
        error: error?.message,
      },
      records: recordsOf({
        cloud,
        clusters: listAt(block, 'clusters'),
        nodegroups: recordAt(block, 'nodegroups'),
        clustertemplates: listAt(block, 'clustertemplates'),
        quotas: recordAt(block, 'quotas'),
        stats: recordAt(block, 'stats'),
        api: { observedAt, error },
      }),
    },
  ];
}

function listAt(block: unknown, key: string) {
  return Array.isArray(valueAt(block, key)) ? listOf(block, key) : undefined;
}

function recordAt(block: unknown, key: string) {
  const found = valueAt(block, key);
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? recordOf(block, key)
    : undefined;
}

function readError(
  block: unknown,
  observedAt: string | undefined,
): ApiError | undefined {
  const error = recordOf(block, 'error');
  if (Object.keys(error).length === 0) {
    return undefined;
  }
  return {
    request: textOf(error, 'request') ?? '',
    status: numberOf(error, 'status') ?? null,
    message: textOf(error, 'message') ?? '',
    since: magnumTimeOf(error, 'since') ?? observedAt ?? NEVER,
    attempts: numberOf(error, 'attempts') ?? 1,
  };
}
