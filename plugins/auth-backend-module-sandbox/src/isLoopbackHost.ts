const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether a host name can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.has(host.toLocaleLowerCase('en-US'));
}
