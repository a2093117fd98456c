const TIME =
  /retry after (\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)? ?(?:Z|UTC|\+0000)/i;

/** Until when a certificate authority refuses, as its text says. */
export function retryAfter(text: string): string | undefined {
  const [, day, time] = TIME.exec(text) ?? [];
  const at = new Date(`${day}T${time}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
