/** What one needs to administer a cluster. Never to be stored or logged. @public */
export interface ClusterAdmin {
  /** Address of the Kubernetes API. */
  server: string;
  /** Of the cluster's authority. */
  caPem: string;
  /** Of the client. */
  certPem: string;
  /** Not enumerable, so that it does not get into logs by accident. */
  keyPem: string;
}
