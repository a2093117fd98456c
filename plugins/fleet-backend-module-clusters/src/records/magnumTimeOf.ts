import { textOf } from '@slipway/backstage-plugin-fleet-node/engine';

const TIME =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A time at a path of an answer of OpenStack as ISO time with milliseconds. What
 * says no offset is UTC.
 */
export function magnumTimeOf(
  value: unknown,
  ...path: string[]
): string | undefined {
  const [, date, clock, fraction = '', offset = 'Z'] =
    TIME.exec(textOf(value, ...path) ?? '') ?? [];
  if (!date) {
    return undefined;
  }
  const millis = fraction.slice(0, 3).padEnd(3, '0');
  const zone = offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase();
  const time = new Date(`${date}T${clock}.${millis}${zone}`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
