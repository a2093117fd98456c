import { serverKey } from './serverKey';

/** By this address Argo CD means the cluster that it runs on. */
const IN_CLUSTER =
  /^https:\/\/kubernetes\.default(\.svc(\.cluster\.local)?)?(:443)?$/;

/** Whether an address means the cluster in which it is written. */
export function isInCluster(server: string): boolean {
  return IN_CLUSTER.test(serverKey(server));
}
