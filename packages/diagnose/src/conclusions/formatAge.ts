const UNITS: [string, number][] = [
  ['d', 24 * 60 * 60],
  ['h', 60 * 60],
  ['m', 60],
  ['s', 1],
];

/** How long ago, in the largest unit that fits: `3d`. */
export function formatAge(time: string, now: Date): string {
  const seconds = Math.round((now.getTime() - Date.parse(time)) / 1000);
  const [unit, size] =
    UNITS.find(([, length]) => seconds >= length) ?? UNITS[UNITS.length - 1];
  return `${Math.max(0, Math.floor(seconds / size))}${unit}`;
}
