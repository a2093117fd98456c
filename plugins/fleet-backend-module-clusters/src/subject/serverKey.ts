/** By this address Argo CD means the cluster that it runs on. */
const IN_CLUSTER =
  /^https:\/\/kubernetes\.default(\.svc(\.cluster\.local)?)?(:443)?$/;

/** An address of an API server, so that two ways to write it are equal. */
export function serverKey(server: string): string {
  return server.trim().replace(/\/+$/, '').toLowerCase();
}

/** Whether an address means the cluster in which it is written. */
export function isInCluster(server: string): boolean {
  return IN_CLUSTER.test(serverKey(server));
}
