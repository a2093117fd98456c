import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { JsonObject } from '../http/jsonObject';
import { Caller } from '../keystone/Caller';
import { newStackName } from './conductor/newStackName';
import { MagnumContext } from './MagnumContext';
import {
  ClusterRecord,
  NodeGroupRecord,
  TemplateRecord,
} from './store/records';

const LETTERS = ['alpha', 'beta', 'eta', 'gamma', 'kappa', 'omega', 'sigma'];

/** A random name, as Magnum gives to what has none. */
export function randomName(kind: string): string {
  return `${LETTERS[randomInt(LETTERS.length)]}-${randomInt(1, 25)}-${kind}`;
}

/** The record of a cluster that was ordered, with its two default groups. */
export function newCluster(
  context: MagnumContext,
  caller: Caller,
  order: { fields: JsonObject; template: TemplateRecord },
): ClusterRecord {
  const { store, now, speed } = context;
  const { fields, template } = order;
  const at = now();
  const base = template.fields;
  const text = (name: string) =>
    fields[name] === undefined ? undefined : String(fields[name]);
  const name = text('name') ?? randomName('cluster');
  const own = fields.labels as Record<string, string> | undefined;
  const labels =
    own === undefined || fields.merge_labels ? { ...base.labels, ...own } : own;
  const group = (role: 'master' | 'worker') =>
    ({
      id: store.nextId(),
      uuid: randomUUID(),
      name: `default-${role}`,
      role,
      flavorId:
        role === 'master'
          ? text('master_flavor_id') ?? base.master_flavor_id ?? 'm1.medium'
          : text('flavor_id') ?? base.flavor_id ?? 'm1.medium',
      imageId: base.image_id,
      dockerVolumeSize: fields.docker_volume_size as number | undefined,
      labels,
      nodeCount: Number(
        (role === 'master' ? fields.master_count : fields.node_count) ?? 1,
      ),
      minNodeCount: 0,
      isDefault: true,
      stackName: newStackName(name),
      nodes: [],
      nodeLabels: {},
      nodeTaints: [],
      status: 'CREATE_IN_PROGRESS',
      createdAt: at.toISOString(),
    } satisfies NodeGroupRecord);
  const groups: NodeGroupRecord[] = [group('master'), group('worker')];
  groups[1].stackName = groups[0].stackName;
  return {
    id: store.nextId(),
    uuid: randomUUID(),
    name,
    projectId: caller.project!.id,
    userId: caller.user.id,
    templateId: template.uuid,
    keypair: text('keypair') ?? base.keypair_id ?? undefined,
    dockerVolumeSize: fields.docker_volume_size as number | undefined,
    labels,
    createTimeout: Number(fields.create_timeout ?? 60),
    discoveryUrl:
      text('discovery_url') ??
      `https://discovery.acme.internal/${randomBytes(16).toString('hex')}`,
    fixedNetwork: text('fixed_network') ?? base.fixed_network ?? undefined,
    fixedSubnet: text('fixed_subnet') ?? base.fixed_subnet ?? undefined,
    floatingIpEnabled: Boolean(
      fields.floating_ip_enabled ?? base.floating_ip_enabled,
    ),
    masterLbEnabled: Boolean(
      fields.master_lb_enabled ?? base.master_lb_enabled,
    ),
    status: 'CREATE_IN_PROGRESS',
    healthReason: {},
    createdAt: at.toISOString(),
    visibleAt: new Date(at.getTime() + speed.visibleAfterMs).toISOString(),
    delegated: caller.token.methods.includes('application_credential'),
    adopted: false,
    caGeneration: 0,
    groups,
    operations: [],
  };
}
