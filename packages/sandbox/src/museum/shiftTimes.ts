/** As Kubernetes writes times into fields and texts, and OpenStack with the last part. */
const ISO = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g;
/** As Go prints times into texts. */
const GO = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?=( \+0000)? UTC)/g;
/** As certificates' ends are told: RFC 1123. */
const RFC1123 =
  /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d(?= UTC)/g;

/** The same value with every time in it moved by milliseconds, also those inside of texts. */
export function shiftTimes(value: unknown, byMs: number): unknown {
  if (typeof value === 'string') {
    return shiftText(value, byMs);
  }
  if (Array.isArray(value)) {
    return value.map(item => shiftTimes(item, byMs));
  }
  if (value instanceof Date) {
    return shiftText(value.toISOString(), byMs);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, shiftTimes(item, byMs)]),
    );
  }
  return value;
}

function shiftText(text: string, byMs: number): string {
  return text
    .replace(ISO, (time, fraction: string | undefined, zone: string) => {
      const [seconds] = moved(time, byMs).toISOString().split('.');
      // Kubernetes' Time has seconds, MicroTime six decimals; each stays what it is.
      const kept = fraction && Number(fraction) !== 0 ? fraction : '';
      return `${seconds}${kept}${zone}`;
    })
    .replace(GO, time => {
      const [date, clock] = moved(`${time}Z`, byMs).toISOString().split(/[T.]/);
      return `${date} ${clock}`;
    })
    .replace(RFC1123, time =>
      moved(`${time} UTC`, byMs).toUTCString().replace(' GMT', ''),
    );
}

function moved(time: string, byMs: number): Date {
  return new Date(Date.parse(time) + byMs);
}
