const SHAPE =
  /^([+-]?)(\d+\.?\d*|\.\d+)(?:([KMGTPE])i|([numkMGTPE])|[eE]([+-]?\d+))?$/;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const NANO_DIGITS = 9;

/** `0.1` as `100m`, `1024Mi` as `1Gi`; `undefined` for what is no quantity. */
export function canonicalQuantity(text: string): string | undefined {
  const match = SHAPE.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, , binary, , exponent] = match;
  const nanos = nanosOf(match);
  if (nanos === 0n) {
    return '0';
  }
  const prefix = sign === '-' ? '-' : '';
  if (binary && nanos >= 1024n * 10n ** 9n) {
    return `${prefix}${inBinary(nanos)}`;
  }
  return `${prefix}${inDecimal(nanos, exponent !== undefined)}`;
}

/** The value in billionths, for comparisons; `undefined` for what is no quantity. */
export function quantityInNanos(text: string): bigint | undefined {
  const match = SHAPE.exec(text);
  if (!match) {
    return undefined;
  }
  return match[1] === '-' ? -nanosOf(match) : nanosOf(match);
}

/** What is smaller than a billionth is rounded up, as upstream does. */
function nanosOf([, , digits, binary, decimal, exponent]: string[]): bigint {
  const base = binary ? 1024n ** BigInt(BINARY.indexOf(`${binary}i`)) : 1n;
  const power = decimal
    ? (DECIMAL.indexOf(decimal) - 3) * 3
    : Number(exponent ?? 0);
  const [whole, fraction = ''] = digits.split('.');
  const mantissa = BigInt(whole + fraction) * base;
  const shift = power - fraction.length + NANO_DIGITS;
  if (shift >= 0) {
    return mantissa * 10n ** BigInt(shift);
  }
  const divisor = 10n ** BigInt(-shift);
  return (mantissa + divisor - 1n) / divisor;
}

function inBinary(nanos: bigint): string {
  const unit = 10n ** 9n;
  let value = (nanos + unit - 1n) / unit;
  let step = 0;
  while (value % 1024n === 0n && step < BINARY.length - 1) {
    value /= 1024n;
    step++;
  }
  return `${value}${BINARY[step]}`;
}

function inDecimal(nanos: bigint, asExponent: boolean): string {
  let value = nanos;
  let step = 0;
  while (value % 1000n === 0n && step < DECIMAL.length - 1) {
    value /= 1000n;
    step++;
  }
  const power = (step - 3) * 3;
  if (asExponent) {
    return power === 0 ? `${value}` : `${value}e${power}`;
  }
  return `${value}${DECIMAL[step]}`;
}
