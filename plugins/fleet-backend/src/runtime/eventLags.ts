import { EngineOutput, Reader } from '@slipway/backstage-plugin-fleet-node';

/**
 * Seconds from each change in a cluster until now. What a first list brings was
 * changed long ago and says nothing.
 */
export function eventLags(
  { rows }: Pick<EngineOutput, 'rows'>,
  read: Reader,
  now: Date,
): number[] {
  return rows
    .filter(
      row =>
        row.writtenAt !== undefined &&
        row.goneAt === undefined &&
        read.coverage(row.source, row.resource).state === 'live',
    )
    .map(row => (now.getTime() - Date.parse(row.writtenAt ?? '')) / 1000)
    .filter(seconds => seconds >= 0);
}
