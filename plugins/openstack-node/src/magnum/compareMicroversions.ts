/** Negative when the first is older: `1.9` is older than `1.10`. */
export function compareMicroversions(a: string, b: string): number {
  const [majorA, minorA] = a.split('.').map(Number);
  const [majorB, minorB] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
