/** No compute host takes the flavor. */
export function isNoValidHost(text: string): boolean {
  return /No valid host was found/i.test(text);
}
