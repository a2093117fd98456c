const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** The same value with every timestamp in it moved by milliseconds. */
export function shiftTimes(value: unknown, byMs: number): unknown {
  if (typeof value === 'string') {
    return TIME.test(value) ? shiftTime(value, byMs) : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => shiftTimes(item, byMs));
  }
  if (value instanceof Date) {
    return shiftTime(value.toISOString(), byMs);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, shiftTimes(item, byMs)]),
    );
  }
  return value;
}

// Kubernetes' Time has seconds, MicroTime six decimals; each stays what it is.
function shiftTime(text: string, byMs: number): string {
  const fraction = TIME.exec(text)?.[1];
  const [seconds] = new Date(Date.parse(text) + byMs).toISOString().split('.');
  return `${seconds}${fraction && Number(fraction) !== 0 ? fraction : ''}Z`;
}
