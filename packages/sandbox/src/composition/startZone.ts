import { startCertificates } from '../certificates';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { ensureObjects } from './ensureObjects';
import { Restartable } from './Restartable';
import { Cluster } from './startCluster';
import { zoneObjects } from './zoneObjects';

export interface StartZoneOptions {
  cluster: Cluster;
  ca: CertificateAuthority;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** cert-manager on a cluster, with the issuer and the wildcard of its zone. */
export async function startZone(
  options: StartZoneOptions,
): Promise<Restartable<void>> {
  const { cluster, ca, signal, log } = options;
  const certificates = await Restartable.start(signal, own =>
    startCertificates({
      client: cluster.client('cert-manager'),
      ca,
      signal: own,
      log,
    }),
  );
  await ensureObjects(
    cluster.client('slipway-seed'),
    zoneObjects(cluster.plan.zone!),
  );
  return certificates;
}
