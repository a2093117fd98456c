import { DAY, HOUR, MINUTE } from '../subject/durations';

/** The time that tests judge by. */
export const NOW = '2026-11-22T10:00:00Z';

const UNITS: Record<string, number> = { m: MINUTE, h: HOUR, d: DAY };

/** `ago('90m')` as Magnum writes it; a negative one is yet to come: `ago('-30d')`. */
export function ago(span: string): string {
  const [, number, unit] = /^(-?\d+)([mhd])$/.exec(span) ?? [];
  const time = Date.parse(NOW) - Number(number) * UNITS[unit];
  return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}
