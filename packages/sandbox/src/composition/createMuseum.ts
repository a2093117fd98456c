import { resources } from '../client';
import { Museum } from '../museum/Museum';
import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';
import { ensureObjects } from './ensureObjects';
import { fleetRegistration } from './registrations';
import { Cluster } from './startCluster';

export interface CreateMuseumOptions {
  hub: Cluster;
  state: StateFolder;
  ports: Ports;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** The museum, whose clusters the fleet learns of from the hub. */
export function createMuseum(options: CreateMuseumOptions): Museum {
  const { hub, state, ports, signal, log, now } = options;
  const client = hub.client('slipway-museum');
  return Museum.create({
    state: state.room('museum'),
    firstPort: ports.museum,
    signal,
    log,
    now,
    register: ({ name, api, readerToken }) =>
      ensureObjects(client, [
        fleetRegistration({
          plan: { name, labels: { 'slipway.dev/museum': 'true' } },
          server: api.url,
          caPem: api.caPem,
          readerToken,
        }),
      ]),
    unregister: name =>
      client.delete(resources.secrets, `cluster-${name}`, {
        namespace: 'slipway-fleet',
      }),
  });
}
