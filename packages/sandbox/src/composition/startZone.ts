import { AcmeRefusals, AcmeSaboteur, startCertificates } from '../certificates';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { ensureObjects } from './ensureObjects';
import { ensureSolverWebhook } from './ensureSolverWebhook';
import { Restartable } from './Restartable';
import { Cluster } from './startCluster';
import { hubCertificateObjects } from './hubCertificateObjects';
import { zoneObjects } from './zoneObjects';

export interface StartZoneOptions {
  cluster: Cluster;
  /** Has certificates of an internal CA. @default false */
  isHub?: boolean;
  ca: CertificateAuthority;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** cert-manager on a cluster, and what can be done to its certificates. */
export interface Zone {
  /** The cluster's name. */
  name: string;
  certManager: Restartable<void>;
  saboteur: Pick<AcmeSaboteur, 'targets' | 'break' | 'heal'>;
}

/** cert-manager on a cluster, with the issuers and certificates that the platform puts there. */
export async function startZone(options: StartZoneOptions): Promise<Zone> {
  const { cluster, isHub, ca, signal, log, now } = options;
  const refusals = AcmeRefusals.create();
  const certManager = await Restartable.start(signal, own =>
    startCertificates({
      client: cluster.client('cert-manager'),
      ca,
      refusals,
      signal: own,
      log,
    }),
  );
  const { name, zone } = cluster.plan;
  const seed = cluster.client('slipway-seed');
  if (zone) {
    await ensureSolverWebhook(seed, now());
    await ensureObjects(seed, zoneObjects(zone));
  } else if (isHub) {
    await ensureObjects(seed, hubCertificateObjects());
  }
  return {
    name,
    certManager,
    saboteur: AcmeSaboteur.create({
      client: cluster.client('slipway-faults'),
      refusals,
      ca,
      signal,
      now,
    }),
  };
}
