import { MagnumView } from './MagnumView';

/** Whether Argo CD knows a cluster of Magnum: only where its Secrets are seen. */
export function isRegistered({
  around,
  cluster,
  fleet,
}: Pick<MagnumView, 'around' | 'cluster' | 'fleet'>):
  | 'yes'
  | 'no'
  | 'cannot-tell' {
  const { server } = cluster;
  if (server && around.secretsFor(server).length > 0) {
    return 'yes';
  }
  const hubs = around.hubs();
  if (hubs.length === 0) {
    return 'cannot-tell';
  }
  // An Argo CD needs no Secret for the cluster that it runs on.
  if (hubs.some(({ id }) => id === fleet?.id)) {
    return 'yes';
  }
  return around.clusters.some(known => around.mayHideSecrets(known))
    ? 'cannot-tell'
    : 'no';
}
