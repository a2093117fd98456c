import { resources } from '../client';
import { Museum } from '../museum/Museum';
import { OpenStack } from '../openstack';
import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';
import { ensureObjects } from './ensureObjects';
import { fleetRegistration } from './registrations';
import { cloudAccess } from './startCloud';
import { Cluster } from './startCluster';

export interface CreateMuseumOptions {
  /** Hub first; those that are there now. */
  clusters: () => Cluster[];
  /** Shows what a cloud answered. */
  openstack: OpenStack;
  state: StateFolder;
  ports: Ports;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

const NAMESPACE = 'slipway-fleet';
const LABEL = 'slipway.dev/museum';

/** The museum, empty, whose clusters the fleet learns of from the hub. */
export async function createMuseum(
  options: CreateMuseumOptions,
): Promise<Museum> {
  const { clusters, openstack, state, ports, signal, log, now } = options;
  const [hub] = clusters();
  const client = hub.client('slipway-museum');
  const unregister = (secret: string) =>
    client.delete(resources.secrets, secret, { namespace: NAMESPACE });

  // What was shown before a restart is shown no more.
  const { items } = await client.list(resources.secrets, {
    namespace: NAMESPACE,
    labelSelector: LABEL,
  });
  await Promise.all(items.map(({ metadata }) => unregister(metadata.name)));

  return Museum.create({
    state: state.room('museum'),
    firstPort: ports.museum,
    signal,
    log,
    now,
    taken: () => clusters().map(({ plan }) => plan.name),
    showCloud: records =>
      openstack.setRecords(cloudAccess.museum.project, records),
    register: ({ name, api, readerToken }) =>
      ensureObjects(client, [
        fleetRegistration({
          plan: { name, labels: { [LABEL]: 'true' } },
          server: api.url,
          caPem: api.caPem,
          readerToken,
        }),
      ]),
    unregister: name => unregister(`cluster-${name}`),
  });
}
