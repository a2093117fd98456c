import { ServedItem } from '@slipway/backstage-plugin-fleet-common';

/** A flat field of what a domain adds to its items. */
export function readDetail(
  { details }: Pick<ServedItem, 'details'>,
  field: string,
): string | number | boolean | undefined {
  if (
    typeof details !== 'object' ||
    details === null ||
    !Object.hasOwn(details, field)
  ) {
    return undefined;
  }
  const value = (details as Record<string, unknown>)[field];
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : undefined;
}
