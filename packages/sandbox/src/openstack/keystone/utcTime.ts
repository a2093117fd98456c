/** Milliseconds of a time that Keystone prints, with or without a zone. */
export function utcTime(time: string): number {
  return new Date(/Z$/.test(time) ? time : `${time}Z`).getTime();
}
