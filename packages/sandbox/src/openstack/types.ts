import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';

export interface SeedProject {
  name: string;
  description?: string;
}

export interface SeedUser {
  name: string;
  password: string;
  /** Roles by project name. */
  roles: Record<string, Role[]>;
}

/** As Keystone has them since 2023.2: each holds those after it. */
export type Role = 'admin' | 'member' | 'reader';

/** A group of nodes of a cluster as the cloud made it. */
export interface NodeGroupPlan {
  name: string;
  /** `master`, `worker`, or what the one who made it said. */
  role: string;
  flavor: string;
  /** One name a node; a node that stays keeps its name. */
  nodes: string[];
  nodeLabels: Record<string, string>;
  nodeTaints: string[];
}

export interface ClusterOrder {
  uuid: string;
  name: string;
  /** POST /certificates signs with it; client certificates of it open the cluster. */
  ca: CertificateAuthority;
  nodeGroups: NodeGroupPlan[];
  /** Magnum's labels in force, template's included. */
  labels: Record<string, string>;
  /** Kubernetes version, such as `v1.36.2`. */
  version: string;
}

/** Nodes and API of a cluster as they are now. */
export interface ClusterHealth {
  /** `ok`, or why it does not answer. */
  api: 'ok' | string;
  /** Whether each node is ready, by node name. */
  nodes: Record<string, boolean>;
}

/** What makes real clusters of Magnum's records. */
export interface ClusterBackend {
  /**
   * Starts a cluster. Asked again with the same uuid after each start of the
   * sandbox, for each cluster that is there, and after a kill in the middle.
   *
   * @returns its address, `https://…` without a slash at the end
   */
  create(
    order: ClusterOrder,
    signal: AbortSignal,
  ): Promise<{ apiAddress: string }>;
  update(
    uuid: string,
    change: { nodeGroups: NodeGroupPlan[]; version: string },
  ): Promise<void>;
  /** A new CA: the API's certificate and clients' ones are of it from now on. */
  rotateCa(uuid: string, ca: CertificateAuthority): Promise<void>;
  health(uuid: string): Promise<ClusterHealth>;
  /** Also for one that `create` has not finished, or never began. */
  delete(uuid: string): Promise<void>;
}

/** A cluster that was not ordered from Magnum, but shall be found there. */
export interface AdoptedCluster {
  /** Names are kept: one of this name and project is there but once. */
  name: string;
  project: string;
  /** Who made it, by name. */
  user: string;
  /** Name of a cluster template. */
  template: string;
  ca: CertificateAuthority;
  apiAddress: string;
  nodeCount: number;
  labels?: Record<string, string>;
}

/** How long things take, in milliseconds. */
export interface Speed {
  /** Until a cluster that was accepted can be read. */
  visibleAfterMs: number;
  buildMs: number;
  updateMs: number;
  deleteMs: number;
  healthMs: number;
  /** Life of a token, in seconds. */
  tokenSeconds: number;
}

export interface StartOpenStackOptions {
  /** 0 takes any free one. */
  port: number;
  state: StateFolder;
  projects: SeedProject[];
  users: SeedUser[];
  regionName: string;
  clusters: ClusterBackend;
  speed?: Partial<Speed>;
  now: () => Date;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** What can be wrong with a cloud; `on` with a target where one is named. */
export type OpenStackFault =
  /** No core is left in the project's compute quota. */
  | 'quota'
  /** No host takes any node. */
  | 'no-valid-host'
  /** Builds never end. */
  | 'stuck'
  /** Target: name of a cluster whose API Magnum cannot reach. */
  | 'api-unreachable'
  /** Target: `503` (a proxy's HTML), `500`, `hangs` or `closes`. */
  | 'magnum-down';

/** Answers of one cloud as the failure corpus keeps them. */
export interface RecordedCloud {
  cloud: string;
  clusters: Record<string, unknown>[];
  nodegroups: Record<string, Record<string, unknown>[]>;
  clustertemplates: Record<string, unknown>[];
  quotas: Record<string, Record<string, unknown>>;
  stats: Record<string, Record<string, unknown>>;
  error?: { request: string; status: number | null; message: string };
}

/** A cluster in a sentence, for whoever puts the sandbox together. */
export interface ClusterSummary {
  uuid: string;
  name: string;
  project: string;
  status: string;
  apiAddress: string | undefined;
}

/** One cloud: Keystone, Magnum, and as much of the others as is asked of them. */
export interface OpenStack {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** What OS_AUTH_URL is. */
  readonly authUrl: string;
  readonly port: number;
  listClusters(): ClusterSummary[];
  /** Id of a project by its name. */
  projectId(name: string): string;
  /** Makes it known that a cluster is there; the same as before after a restart. */
  adopt(cluster: AdoptedCluster): Promise<{ uuid: string }>;
  setFault(fault: OpenStackFault, on: boolean, target?: string): void;
  /** No token that was given out is worth anything any more. */
  expireTokens(): void;
  /**
   * Shows recorded answers, read-only, to the users of a project instead of
   * Magnum's own; `undefined` ends that.
   */
  setRecords(project: string, records: RecordedCloud | undefined): void;
  stop(): Promise<void>;
}
