/** An address of an API server, so that two ways to write it are equal. */
export function serverKey(server: string): string {
  return server.trim().replace(/\/+$/, '').toLowerCase();
}
