const QUANTITY_FIELDS = new Set(['limits', 'requests', 'hard', 'capacity']);

const SUFFIXES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Whether the values below a field are amounts such as `500m` or `1Gi`. */
export function isQuantityField(field: string): boolean {
  return QUANTITY_FIELDS.has(field);
}

/** Whether two texts are the same amount: `0.5` is `500m`. */
export function sameQuantity(a: unknown, b: unknown): boolean {
  const left = parse(a);
  return left !== undefined && left === parse(b);
}

function parse(value: unknown): number | undefined {
  const match = /^([+-]?[\d.]+)(e[+-]?\d+)?([a-zA-Z]*)$/.exec(String(value));
  const factor = match && SUFFIXES[match[3]];
  return factor === null || factor === undefined
    ? undefined
    : Number(
        (Number(`${match![1]}${match![2] ?? ''}`) * factor).toPrecision(12),
      );
}
