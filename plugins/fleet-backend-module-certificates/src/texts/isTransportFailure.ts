const WORDS = [
  'dial tcp',
  'i/o timeout',
  'no such host',
  'server misbehaving',
  'x509:',
  'tls:',
  'proxyconnect',
  'context deadline exceeded',
  'client.timeout exceeded',
  'connection refused',
  'connection reset by peer',
  'network is unreachable',
  'no route to host',
  'unexpected eof',
];

/** Whether a text says that a server could not be reached at all. */
export function isTransportFailure(text: string): boolean {
  const lower = text.toLowerCase();
  return WORDS.some(word => lower.includes(word)) || /\bEOF$/.test(text);
}
