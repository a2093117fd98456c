const FACTORS: Record<string, number> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The number that a Kubernetes quantity means, for example `250m` or `1Gi`. */
export function parseQuantity(text: string): number {
  const [, number, unit] = /^([0-9.eE+-]+?)([a-zA-Z]*)$/.exec(text) ?? [];
  return Number(number ?? 0) * (FACTORS[unit ?? ''] ?? 1);
}
