import {
  CreateClusterBody,
  CreateNodeGroupBody,
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumPatch,
  ResizeBody,
  UpgradeBody,
} from '@slipway/backstage-plugin-openstack-node';
import { FakeAnswer, refusal } from './FakeAnswer';
import { FakeMagnum } from './FakeMagnum';

interface MagnumRequest {
  method: string;
  /** Below `/v1`. */
  path: string[];
  body: unknown;
}

/** What Magnum does and answers. */
export function answerMagnum(
  magnum: FakeMagnum,
  { method, path, body }: MagnumRequest,
): FakeAnswer {
  const [kind, id, ...rest] = path;
  switch (`${method} ${kind}`) {
    case 'GET clustertemplates':
      return { status: 200, body: { clustertemplates: magnum.templates } };
    case 'POST clustertemplates':
      return {
        status: 201,
        body: magnum.putTemplate(body as MagnumClusterTemplate),
      };
    case 'PATCH clustertemplates': {
      const template = magnum.templates.find(({ uuid }) => uuid === id)!;
      patch(template, body);
      return { status: 200, body: template };
    }
    case 'GET stats':
      return {
        status: 200,
        body: { clusters: magnum.clusters.length, nodes: 0 },
      };
    case 'POST clusters':
      return id
        ? answerCluster(magnum, { method, path: [id, ...rest], body })
        : magnum.create(body as CreateClusterBody);
    case 'GET clusters':
      return id === 'detail'
        ? { status: 200, body: { clusters: magnum.shown().map(withoutFaults) } }
        : answerCluster(magnum, { method, path: [id, ...rest], body });
    default:
      return kind === 'clusters'
        ? answerCluster(magnum, { method, path: [id, ...rest], body })
        : refusal(404, `Not found: ${path.join('/')}`);
  }
}

function answerCluster(
  magnum: FakeMagnum,
  { method, path, body }: MagnumRequest,
): FakeAnswer {
  const [id, part, name] = path;
  const cluster = magnum.shown().find(({ uuid }) => uuid === id);
  if (!cluster) {
    return refusal(404, `Cluster ${id} could not be found.`);
  }
  if (part === 'nodegroups') {
    return answerGroups(magnum, { method, path: [cluster.uuid, name], body });
  }
  if (part === 'actions') {
    magnum.begin(cluster);
    return name === 'resize'
      ? resize(magnum, cluster, body as ResizeBody)
      : upgrade(cluster, body as Partial<UpgradeBody>);
  }
  if (method === 'DELETE') {
    magnum.begin(cluster, 'DELETE_IN_PROGRESS');
    return { status: 204 };
  }
  return { status: 200, body: cluster };
}

function resize(
  magnum: FakeMagnum,
  cluster: MagnumCluster,
  body: ResizeBody,
): FakeAnswer {
  const group = magnum.groups
    .get(cluster.uuid)!
    .find(({ name }) => name === (body.nodegroup ?? 'default-worker'))!;
  group.node_count = body.node_count;
  if (group.is_default) {
    cluster.node_count = body.node_count;
  }
  return { status: 202, body: { uuid: cluster.uuid } };
}

function upgrade(
  cluster: MagnumCluster,
  body: Partial<UpgradeBody>,
): FakeAnswer {
  if (body.max_batch_size === undefined) {
    return refusal(500, 'Circular reference detected');
  }
  cluster.cluster_template_id = body.cluster_template!;
  return { status: 202, body: { uuid: cluster.uuid } };
}

function answerGroups(
  magnum: FakeMagnum,
  { method, path: [uuid, id], body }: MagnumRequest,
): FakeAnswer {
  const groups = magnum.groups.get(uuid)!;
  const cluster = magnum.clusters.find(known => known.uuid === uuid)!;
  if (!id && method === 'GET') {
    return { status: 200, body: { nodegroups: groups } };
  }
  if (method === 'POST') {
    const group = magnum.putGroup(cluster, {
      ...(body as CreateNodeGroupBody),
      status: 'CREATE_IN_PROGRESS',
    });
    magnum.begin(cluster);
    return { status: 202, body: group };
  }
  const group = groups.find(known => [known.uuid, known.name].includes(id));
  if (!group) {
    return refusal(404, `Nodegroup ${id} could not be found.`);
  }
  if (method === 'DELETE') {
    group.status = 'DELETE_IN_PROGRESS';
    magnum.begin(cluster);
    return { status: 204 };
  }
  if (method === 'PATCH') {
    patch(group, body);
    return { status: 202, body: group };
  }
  return { status: 200, body: group };
}

function patch(thing: object, body: unknown): void {
  for (const { path, value } of body as MagnumPatch[]) {
    Object.assign(thing, { [path.slice(1)]: value });
  }
}

/** Lists have no faults. */
function withoutFaults({ faults: _, ...cluster }: MagnumCluster) {
  return cluster;
}
