import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import {
  FleetItem,
  formatEvidence,
  formatItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import {
  FleetEngine,
  judgeScenario,
  KubernetesObject,
  readScenario,
} from '@slipway/backstage-plugin-fleet-node/engine';
import {
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { domain } from '../domain';
import { controlPlane, nodeGroup, template, UUID } from './magnum';
import { ago, NOW } from './times';

/** A cluster of Kubernetes beside the cloud. */
export interface TestKubernetes {
  name: string;
  objects?: KubernetesObject[];
  reachable?: boolean;
  forbidden?: string[];
  lastContact?: string;
}

/** What is judged: by default a cloud with one healthy template and no cluster. */
export interface TestScene {
  clusters?: Partial<MagnumCluster>[];
  /** Of the first cluster, but for those that say another one. */
  nodeGroups?: Partial<MagnumNodeGroup>[];
  templates?: Partial<MagnumClusterTemplate>[];
  error?: object;
  others?: object[];
  kubernetes?: TestKubernetes[];
  now?: string;
}

/** What the domain concludes of the first cluster, in short. */
export interface Judgement {
  status: string;
  cause?: string;
  evidence?: string;
  says?: string;
  root?: string;
  impact: string[];
  beside?: string[];
  item: ClusterItem;
  engine: FleetEngine;
  /** Of any item, by its id without the domain. */
  of(id: string): Omit<Judgement, 'of'>;
  ids: string[];
}

/** Lets the domain judge a scene. */
export function judge(scene: TestScene): Judgement {
  const engine = judgeScenario({
    scenario: readScenario({ value: scenarioOf(scene), line: 1 }),
    domains: [domain],
    onProblem({ error }) {
      throw error;
    },
  });
  const of = (id: string) => ({
    ...inShort(engine.item(`clusters/${id}`) as ClusterItem),
    engine,
    ids: idsOf(engine.items()),
  });
  const [first] = scene.clusters ?? [];
  const id = first
    ? `cloud-a//${first.uuid ?? UUID}`
    : idsOf(engine.items())[0];
  return { ...of(id), of };
}

/** The block of a cloud of which nothing needs to be said. */
export function cloudBlock(scene: TestScene & { cloud?: string }) {
  const { clusters = [], templates = [template()], error, others } = scene;
  const groups = scene.nodeGroups ?? [controlPlane(), nodeGroup()];
  const uuid = clusters[0]?.uuid;
  return {
    cloud: scene.cloud ?? 'cloud-a',
    observedAt: ago('1m'),
    clusters,
    nodegroups: uuid ? byCluster(groups, uuid) : {},
    clustertemplates: templates,
    quotas: {},
    stats: {},
    ...(error && { error }),
    ...(others && { others }),
  };
}

function byCluster(groups: Partial<MagnumNodeGroup>[], first: string) {
  const found: Record<string, Partial<MagnumNodeGroup>[]> = { [first]: [] };
  for (const group of groups) {
    const { cluster_id: id = UUID } = group;
    (found[id === UUID ? first : id] ??= []).push(group);
  }
  return found;
}

function scenarioOf(scene: TestScene) {
  return {
    scenario: 'test',
    domain: 'clusters',
    now: scene.now ?? NOW,
    clusters: (scene.kubernetes ?? []).map(cluster => ({
      objects: [],
      ...cluster,
    })),
    openstack: cloudBlock(scene),
    expect: [],
  };
}

function idsOf(items: FleetItem[]): string[] {
  return items
    .map(({ ref }) => formatItemRef(ref).replace('clusters/', ''))
    .sort();
}

function inShort(item: ClusterItem): Omit<Judgement, 'of' | 'engine' | 'ids'> {
  const { beside, finding, impact, status } = item;
  return {
    status,
    cause: finding?.cause.replace('cluster.', ''),
    evidence: finding && formatEvidence(finding.evidence),
    says: finding?.says,
    root: finding?.root,
    impact,
    beside: beside?.map(({ cause }) => cause.replace('cluster.', '')),
    item,
  };
}
