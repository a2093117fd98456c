import { canonicalQuantity } from '../schema/builtin/canonicalQuantity';

const ONE = 1_000_000_000n;
const UNITS = ['Ki', 'Mi', 'Gi', 'Ti'];

/** An amount in billionths as text, in binary units where the limit is in those. */
export function formatAmount(nanos: bigint, limit: string): string {
  if (!/i$/.test(limit)) {
    return canonicalQuantity(`${nanos}n`) ?? '0';
  }
  let value = nanos / ONE;
  let unit = '';
  for (const next of UNITS) {
    if (value === 0n || value % 1024n !== 0n) {
      break;
    }
    value /= 1024n;
    unit = next;
  }
  return `${value}${unit}`;
}
