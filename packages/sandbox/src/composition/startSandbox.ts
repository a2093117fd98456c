import { defaultRunnerScaleSet, startActions } from '../actions';
import { argoCdNamespaceObjects } from '../argocd';
import { startControl } from '../control/startControl';
import { GitHub, startGitHub } from '../github';
import { ImageStore } from '../images';
import { startIngress } from '../ingress';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';
import { backstageEnvironment, backstageUrl } from './backstageEnvironment';
import { clusterPlans } from './clusters';
import { Endpoints } from './endpoints';
import { ensureObjects } from './ensureObjects';
import { ADMIN, BOT, DEPLOYER, githubSeed, ORGANISATION } from './githubSeed';
import { people } from './people';
import { hubObjects, rootApplication } from './hubObjects';
import { argoCdRegistration, fleetRegistration } from './registrations';
import { createMuseum } from './createMuseum';
import { createFaults } from './createFaults';
import { startArgoCdOn } from './startArgoCdOn';
import { Cluster, startCluster } from './startCluster';
import { startZone } from './startZone';
import { WILDCARD_SECRET } from './zoneObjects';

/** Where built images live; no registry answers there. */
const REGISTRY = 'registry.slipway.localhost';

export interface StartSandboxOptions {
  state: StateFolder;
  ports: Ports;
  /** What the platform repository begins with. */
  platformFolder: string;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** A running sandbox and how to reach it. */
export interface Sandbox {
  endpoints: Endpoints;
  backstageEnvironment: Record<string, string>;
  /** How to trust the sandbox's certificates, for people. */
  trust: string;
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
  const github = await startGitHub({
    port: ports.github,
    state: state.room('github'),
    seed: githubSeed(platformFolder),
    webhooks: [
      {
        url: `${backstageUrl(ports)}/api/events/http/github`,
        secret: webhookSecret,
      },
    ],
    credentialsFile: state.path('git-credentials'),
    signal,
    log,
  });
  writeCredentials({ state, github });
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
  await ensureObjects(hub.client('slipway-seed'), [
    ...hubObjects({
      url: platformUrl,
      username: BOT,
      token: github.tokens.personal(BOT),
    }),
    ...members.flatMap(cluster => {
      const registration = registrationOf(cluster);
      return [
        argoCdRegistration(registration),
        fleetRegistration(registration),
      ];
    }),
  ]);
  const argocd = await startArgoCdOn({ hub, github, state, signal, log });
  await ensureObjects(hub.client('slipway-seed'), [
    ...argoCdNamespaceObjects(),
    rootApplication(platformUrl),
  ]);
  const zones = await Promise.all(
    members.map(cluster => startZone({ cluster, ca, signal, log })),
  );
  const ingress = await startIngress({
    clusters: members.map(({ plan, client, workloads }) => ({
      name: plan.name,
      client: client('nginx-ingress'),
      zone: plan.zone!,
      wildcardSecret: WILDCARD_SECRET,
      network: workloads.network,
    })),
    httpPort: ports.http,
    httpsPort: ports.https,
    ca,
    signal,
    log,
  });
  const actions = await startActions({
    github,
    images,
    clusters: { hub: hub.client('actions-runner-controller') },
    state: state.room('actions'),
    registryHost: REGISTRY,
    signal,
    log,
  });

  hub.addPodLogs(request => actions.podLogs(request));
  await ensureObjects(
    hub.client('slipway-seed'),
    defaultRunnerScaleSet({
      githubConfigUrl: `${github.url}/${ORGANISATION}`,
      githubToken: github.tokens.personal(BOT),
    }),
  );

  const faults = createFaults({ clusters, argocd, zones });
  const museum = createMuseum({ hub, state, ports, signal, log, now });
  await startControl({
    port: ports.control,
    token: state.secret('control'),
    commands: {
      faults: async () => faults.describe(),
      break: ([name, target]) => faults.break(name, target),
      heal: ([name, target]) => faults.heal(name, target),
      museum: async ([file]) => (file ? museum.show(file) : museum.clear()),
    },
    signal,
  });

  const caFile = state.path('ca.crt');
  const scriptToken = state.secret('backstage-script');
  const [dev1] = members;
  return {
    endpoints: {
      backstage: {
        url: backstageUrl(ports),
        api: `${backstageUrl(ports)}/api`,
        token: scriptToken,
      },
      github: {
        api: github.apiUrl,
        web: github.url,
        token: github.tokens.personal(ADMIN),
      },
      clusters: clusters.map(({ plan, api, kubeconfig }) => ({
        name: plan.name,
        server: api.url,
        kubeconfig,
      })),
      proxy: { http: ingress.httpPort, https: ingress.httpsPort, caFile },
    },
    backstageEnvironment: backstageEnvironment({
      ports,
      stateFolder: state.folder(),
      scriptToken,
      github: {
        url: github.url,
        token: github.tokens.personal(BOT),
        webhookSecret,
      },
      hub: {
        url: hub.api.url,
        caPem: hub.api.caPem,
        token: hub.token('argocd-manager'),
        readerToken: hub.token('reader'),
      },
      dev1: {
        url: dev1.api.url,
        caPem: dev1.api.caPem,
        readerToken: dev1.token('reader'),
      },
      caFile,
    }),
    trust: `the CA certificate to trust is ${caFile}`,
    stopped: aborted(signal).then(async () => {
      await Promise.all([
        actions.settled(),
        ...clusters.map(cluster => cluster.stopped),
      ]);
    }),
  };
}

function registrationOf(cluster: Cluster) {
  return {
    plan: cluster.plan,
    server: cluster.api.url,
    caPem: cluster.api.caPem,
    managerToken: cluster.token('argocd-manager'),
    readerToken: cluster.token('reader'),
    operatorToken: cluster.token('operator'),
  };
}

// For `git push` without a token in an address: git asks this file. The first
// entry is taken where the address names no user.
function writeCredentials(options: { state: StateFolder; github: GitHub }) {
  const { state, github } = options;
  const { host } = new URL(github.url);
  const lines = people.map(
    ({ login }) => `http://${login}:${github.tokens.personal(login)}@${host}`,
  );
  state.writeText(`${lines.join('\n')}\n`, 'git-credentials');
  github.secrets.set({
    name: 'SLIPWAY_DEPLOY_TOKEN',
    value: github.tokens.personal(DEPLOYER),
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
