import { setMaxListeners } from 'node:events';
import { KubernetesObject } from '../client/types';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { Authenticator } from './auth/Authenticator';
import { Rbac } from './auth/Rbac';
import { ServiceAccountTokens } from './auth/ServiceAccountTokens';
import { bootstrapCluster } from './bootstrap/bootstrapCluster';
import { ClusterCore } from './ClusterCore';
import { startHousekeeping } from './housekeeping/startHousekeeping';
import { ApiListener, KubernetesApiFault } from './http/ApiListener';
import { createRequestHandler } from './http/createRequestHandler';
import { kubeconfig } from './kubeconfig';
import { loadObjects } from './operations/loadObjects';
import { ResourceRegistry } from './registry';
import { serveCustomResources } from './registry/serveCustomResources';
import { loadKubernetesSchema } from './schema';
import { ObjectStore } from './store';
import { PodLogs, TokenUser } from './types';

export interface StartKubernetesApiOptions {
  /** The cluster's name. */
  name: string;
  /** 0: any free one. */
  port: number;
  /** A folder for this cluster alone. */
  state: StateFolder;
  /** The cluster's own CA. */
  ca: CertificateAuthority;
  users: TokenUser[];
  /** @default 'v1.36.3' */
  version?: string;
  /** Holds no roles for `reader` and `operator`, as a cloud's new cluster. @default false */
  bare?: boolean;
  podLogs?: PodLogs;
  /**
   * Whether the controllers act that no cluster is without: garbage, quotas,
   * expiry of Events … Not where objects are only looked at. @default true
   */
  housekeeping?: boolean;
  /** Called with the name of whoever asked for something that they may. */
  onRequest?: (user: string) => void;
  signal: AbortSignal;
  log: (line: string) => void;
  now?: () => Date;
}

/** A running API server. */
export interface KubernetesApi {
  name: string;
  url: string;
  port: number;
  caPem: string;
  /** The text of a kubeconfig file for one of the users. */
  kubeconfigFor(user: string): string;
  setFault(fault: KubernetesApiFault): Promise<void>;
  /** Forgets past changes, as compaction does: watches from before get a 410. */
  forgetHistory(): void;
  /** Puts objects in as they are, with their status, uid, version and times; for clusters that are only looked at. */
  load(objects: KubernetesObject[]): void;
  /** Whether a kind is served, in any version of its group. */
  serves(group: string, kind: string): boolean;
  /** All kinds that are served, each once. */
  served(): { group: string; plural: string }[];
  /** Says from now on that it is of this version. */
  setVersion(version: string): void;
  stop(): Promise<void>;
}

/** What the schemas are of. */
export const DEFAULT_VERSION = 'v1.36.3';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Starts the Kubernetes API server of one cluster on 127.0.0.1. */
export async function startKubernetesApi(
  options: StartKubernetesApiOptions,
): Promise<KubernetesApi> {
  const { name, state, ca, users, now = () => new Date() } = options;
  const schema = loadKubernetesSchema();
  const registry = ResourceRegistry.create(schema.resources);
  const store = ObjectStore.open({ state });
  let version = options.version ?? DEFAULT_VERSION;
  const core: ClusterCore = {
    name,
    store,
    registry,
    schema,
    version: () => version,
    now,
  };

  serveCustomResources(core);
  const tokens = new ServiceAccountTokens({ state, store, now });
  const stopHousekeeping =
    options.housekeeping === false
      ? undefined
      : startHousekeeping(core, {
          tokens,
          caPem: ca.certificatePem,
          log: options.log,
        });
  bootstrapCluster(core, { bare: options.bare ?? false });

  const pair = await ca.issue({
    // Not the cluster's name: equal to its CA's, it would look self-signed.
    commonName: 'kube-apiserver',
    names: ['127.0.0.1', 'localhost', name],
    // TLS goes by the real clock, whatever the cluster's says.
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + YEAR_MS),
  });
  const stopping = new AbortController();
  // Every watch waits for it, which is no leak.
  setMaxListeners(0, stopping.signal);
  const listener = await ApiListener.open({
    port: options.port,
    pair,
    clientCaPem: ca.certificatePem,
    handle: createRequestHandler({
      server: {
        core,
        authenticator: new Authenticator(users, tokens),
        rbac: new Rbac(core),
        tokens,
        podLogs: options.podLogs,
      },
      signal: stopping.signal,
      onRequest: options.onRequest,
      log: options.log,
    }),
  });
  const { port } = listener;
  const url = `https://127.0.0.1:${port}`;

  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= close());
  async function close() {
    stopping.abort();
    stopHousekeeping?.();
    await listener.close();
    store.close();
  }
  options.signal.addEventListener('abort', stop, { once: true });

  return {
    name,
    url,
    port,
    caPem: ca.certificatePem,
    kubeconfigFor: user =>
      kubeconfig({
        cluster: name,
        url,
        caPem: ca.certificatePem,
        user: users.find(known => known.name === user)!,
      }),
    setFault: fault => listener.setFault(fault),
    forgetHistory: () => store.forgetHistory(),
    load: objects => loadObjects(core, objects),
    serves: (group, kind) => registry.findKind(group, kind) !== undefined,
    served: () =>
      registry.preferred().map(({ group, plural }) => ({ group, plural })),
    setVersion: next => {
      version = next;
    },
    stop,
  };
}
