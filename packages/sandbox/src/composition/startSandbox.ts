import { argoCdNamespaceObjects } from '../argocd';
import { ImageStore } from '../images';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';
import { clusterPlans } from './clusters';
import { createFaults } from './createFaults';
import { createMuseum } from './createMuseum';
import { describeSandbox, SandboxDescription } from './describeSandbox';
import { ensureObjects } from './ensureObjects';
import { MagnumClusters } from './MagnumClusters';
import { rootApplication } from './hubObjects';
import { openrc } from './openrc';
import { seedHub } from './seedHub';
import { startArgoCdOn } from './startArgoCdOn';
import { startCloud } from './startCloud';
import { startCluster } from './startCluster';
import { startCommands } from './startCommands';
import { startProxy } from './startProxy';
import { startRunners } from './startRunners';
import { startSeededGitHub } from './startSeededGitHub';
import { startZone } from './startZone';

/** Clusters that are ordered get ports this far from the block, not in another's. */
const AWAY = 10_000;

export interface StartSandboxOptions {
  state: StateFolder;
  ports: Ports;
  /** What the platform repository begins with. */
  platformFolder: string;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** A running sandbox and how to reach it. */
export interface Sandbox extends SandboxDescription {
  /** Resolves when everything has ended after the signal. */
  stopped: Promise<void>;
}

/** Starts everything and puts it together. */
export async function startSandbox(
  options: StartSandboxOptions,
): Promise<Sandbox> {
  const { state, ports, platformFolder, signal, log } = options;
  const now = () => new Date();
  const ca = await CertificateAuthority.loadOrCreate(
    state,
    'Slipway sandbox CA',
    now(),
  );
  state.writeText(ca.certificatePem, 'ca.crt');
  const webhookSecret = state.secret('github-webhook');

  const images = ImageStore.create({ state: state.room('images') });
  const github = await startSeededGitHub({
    state,
    ports,
    platformFolder,
    webhookSecret,
    signal,
    log,
  });
  const clusters = await Promise.all(
    clusterPlans.map(plan =>
      startCluster({
        plan,
        port: ports[plan.name],
        state: state.room('clusters', plan.name),
        images,
        signal,
        log,
        now,
      }),
    ),
  );
  const [hub, ...members] = clusters;

  const platformUrl = `${github.url}/acme/platform.git`;
  await seedHub({ hub, members, github, platformUrl });
  const argocd = await startArgoCdOn({ hub, github, state, signal, log });
  // Another manager than that of the namespace's labels, which would go.
  await ensureObjects(hub.client('slipway-argocd'), [
    ...argoCdNamespaceObjects(),
    rootApplication(platformUrl),
  ]);
  const zones = await Promise.all(
    clusters.map(cluster =>
      startZone({ cluster, isHub: cluster === hub, ca, signal, log, now }),
    ),
  );
  const ingress = await startProxy({ members, ports, ca, signal, log });
  const actions = await startRunners({
    hub,
    github,
    images,
    state,
    signal,
    log,
  });
  const magnum = MagnumClusters.create({
    state: state.room('magnum'),
    firstPort: ports.backstage + AWAY,
    images,
    ingress,
    ca,
    signal,
    log,
    now,
  });
  const openstack = await startCloud({
    port: ports.openstack,
    state,
    clusters: magnum,
    dev1: members[0],
    signal,
    log,
    now,
  });
  state.writeText(openrc(state, openstack), 'openrc');
  const allClusters = () => [
    ...clusters,
    ...magnum.members().map(({ cluster }) => cluster),
  ];
  await startCommands({
    port: ports.control,
    state,
    faults: createFaults({
      clusters: allClusters,
      argocd,
      zones: () => [...zones, ...magnum.members().map(({ zone }) => zone)],
      openstack,
    }),
    museum: await createMuseum({
      clusters: allClusters,
      openstack,
      state,
      ports,
      signal,
      log,
      now,
    }),
    signal,
  });

  return {
    ...describeSandbox({
      state,
      ports,
      caFile: state.path('ca.crt'),
      webhookSecret,
      github,
      clusters,
      ingress,
      openstack,
    }),
    stopped: aborted(signal).then(async () => {
      await Promise.all([
        actions.settled(),
        magnum.settled(),
        ...clusters.map(cluster => cluster.stopped),
      ]);
    }),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
