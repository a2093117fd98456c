import { ImageStore } from '../images';
import { IngressProxy } from '../ingress';
import { ClusterOrder } from '../openstack';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { abortable } from './abortable';
import { nodesOf } from './nodesOf';
import { planOf } from './planOf';
import { ingressClusterOf } from './ingressClusterOf';
import { Cluster, startCluster } from './startCluster';
import { startZone, Zone } from './startZone';

/** A cluster that was ordered, with what the platform runs in it. */
export interface Member {
  cluster: Cluster;
  zone: Zone;
  /** Ends all of it; its state stays. */
  stop(): Promise<void>;
}

export interface StartMemberOptions {
  order: ClusterOrder;
  port: number;
  state: StateFolder;
  images: ImageStore;
  ingress: IngressProxy;
  /** Signs for the services of all clusters. */
  ca: CertificateAuthority;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** Starts a cluster that was ordered; nothing of it is left when that fails. */
export async function startMember(
  options: StartMemberOptions,
): Promise<Member> {
  const { order, port, state, images, ingress, ca, log, now } = options;
  const stopping = new AbortController();
  const signal = AbortSignal.any([options.signal, stopping.signal]);
  const cluster = await startCluster({
    plan: planOf(order, log),
    port,
    state,
    images,
    ca: order.ca,
    shape: { nodes: nodesOf(order.nodeGroups), version: order.version },
    bare: true,
    signal,
    log,
    now,
  });
  async function stop() {
    stopping.abort();
    await Promise.all([cluster.api.stop(), cluster.stopped]);
  }
  try {
    const zone = await abortable(
      startZone({ cluster, ca, signal, log, now }),
      signal,
    );
    if (cluster.plan.zone) {
      await abortable(ingress.add(ingressClusterOf(cluster), signal), signal);
    }
    return { cluster, zone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
