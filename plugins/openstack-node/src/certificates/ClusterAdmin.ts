/** What one needs to administer a cluster. Never to be stored or logged. @public */
export interface ClusterAdmin {
  /** Address of the Kubernetes API. */
  server: string;
  caPem: string;
  certPem: string;
  /** Not enumerable, so that it does not get into logs by accident. */
  keyPem: string;
}
