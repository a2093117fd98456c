/** How one talks to the API of a cluster. Stays inside the process. */
export interface ClusterAccess {
  /** Fleet name, for messages. */
  name: string;
  server: string;
  caPem: string;
  /** Of an HTTP proxy on the way. */
  proxyUrl: string | undefined;
  credential: { token: string } | { certPem: string; keyPem: string };
}
