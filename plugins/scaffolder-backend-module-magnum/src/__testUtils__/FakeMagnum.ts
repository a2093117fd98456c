import {
  CreateClusterBody,
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { FakeAnswer, refusal } from './FakeAnswer';
import { PROJECT } from './fakeNeighbours';

/** When the first cluster of a fake cloud is made; each further one a second later. */
export const FIRST_CREATED = Date.parse('2026-11-22T10:00:00Z');

/** Clusters and templates of one project, as the real Magnum keeps them: names are not unique. */
export class FakeMagnum {
  readonly clusters: MagnumCluster[] = [];
  readonly templates: MagnumClusterTemplate[] = [];
  readonly groups = new Map<string, MagnumNodeGroup[]>();
  /** How many answers do not show a cluster yet that was just made. */
  hiddenFor = 0;
  readonly #hidden = new Map<string, number>();
  #made = 0;

  /** A cluster with its two node groups. */
  put(changes: Partial<MagnumCluster> = {}): MagnumCluster {
    this.#made += 1;
    const uuid = `00000000-0000-4000-8000-${String(this.#made).padStart(
      12,
      '0',
    )}`;
    const at = new Date(FIRST_CREATED + (this.#made - 1) * 1_000);
    const template = this.templates[0];
    const cluster: MagnumCluster = {
      uuid,
      name: 'shop-prod',
      cluster_template_id: template.uuid,
      status: 'CREATE_COMPLETE',
      status_reason: null,
      health_status: 'HEALTHY',
      health_status_reason: {},
      node_count: 3,
      master_count: 1,
      flavor_id: template.flavor_id,
      master_flavor_id: template.master_flavor_id,
      labels: {},
      create_timeout: 60,
      api_address: 'https://203.0.113.10:6443',
      coe_version: template.labels?.kube_tag,
      project_id: PROJECT,
      // Magnum does not say that its times are UTC.
      created_at: at.toISOString().replace('Z', ''),
      updated_at: null,
      ...changes,
    };
    this.clusters.push(cluster);
    this.groups.set(cluster.uuid, [
      this.#group(cluster, 'default-master', 'master', cluster.master_count),
      this.#group(cluster, 'default-worker', 'worker', cluster.node_count),
    ]);
    return cluster;
  }

  putGroup(
    cluster: MagnumCluster,
    changes: Partial<MagnumNodeGroup> & { name: string },
  ): MagnumNodeGroup {
    const group = {
      ...this.#group(cluster, changes.name, 'worker', 1),
      is_default: false,
      ...changes,
    };
    this.groups.get(cluster.uuid)!.push(group);
    return group;
  }

  putTemplate(
    changes: Partial<MagnumClusterTemplate> & { name: string },
  ): MagnumClusterTemplate {
    const template: MagnumClusterTemplate = {
      uuid: `template-${changes.name}`,
      coe: 'kubernetes',
      image_id: 'image-135',
      flavor_id: 'm1.medium',
      master_flavor_id: 'm1.medium',
      master_lb_enabled: true,
      floating_ip_enabled: true,
      cluster_distro: 'ubuntu',
      hidden: false,
      labels: {},
      ...changes,
    };
    this.templates.push(template);
    return template;
  }

  /** Those that the cloud shows now. */
  shown(): MagnumCluster[] {
    return this.clusters.filter(({ uuid }) => {
      const left = this.#hidden.get(uuid) ?? 0;
      this.#hidden.set(uuid, Math.max(0, left - 1));
      return left === 0;
    });
  }

  create(body: CreateClusterBody): FakeAnswer {
    const template = this.templates.find(({ uuid, name }) =>
      [uuid, name].includes(body.cluster_template_id),
    );
    if (!template) {
      return refusal(
        404,
        `ClusterTemplate ${body.cluster_template_id} could not be found.`,
      );
    }
    const cluster = this.put({
      name: body.name,
      cluster_template_id: template.uuid,
      status: 'CREATE_IN_PROGRESS',
      health_status: null,
      node_count: body.node_count ?? 1,
      master_count: body.master_count ?? 1,
      flavor_id: body.flavor_id ?? template.flavor_id,
      labels: body.merge_labels
        ? { ...template.labels, ...body.labels }
        : body.labels,
      create_timeout: body.create_timeout ?? 60,
      api_address: null,
    });
    this.#hidden.set(cluster.uuid, this.hiddenFor);
    return { status: 202, body: { uuid: cluster.uuid } };
  }

  /** Ends what is in progress. */
  complete(cluster: MagnumCluster, changes: Partial<MagnumCluster> = {}): void {
    Object.assign(cluster, {
      status: cluster.status?.replace('IN_PROGRESS', 'COMPLETE'),
      api_address: 'https://203.0.113.10:6443',
      ...changes,
    });
    this.touch(cluster);
  }

  begin(cluster: MagnumCluster, status = 'UPDATE_IN_PROGRESS'): void {
    cluster.status = status;
    this.touch(cluster);
  }

  touch(cluster: MagnumCluster): void {
    this.#made += 1;
    cluster.updated_at = new Date(
      FIRST_CREATED + this.#made * 1_000,
    ).toISOString();
  }

  remove({ uuid }: MagnumCluster): void {
    const at = this.clusters.findIndex(cluster => cluster.uuid === uuid);
    this.clusters.splice(at, 1);
  }

  #group(
    cluster: MagnumCluster,
    name: string,
    role: string,
    count: number,
  ): MagnumNodeGroup {
    return {
      uuid: `${name}-of-${cluster.uuid}`,
      name,
      role,
      is_default: true,
      cluster_id: cluster.uuid,
      node_count: count,
      min_node_count: 0,
      max_node_count: null,
      flavor_id: 'm1.medium',
      status: cluster.status,
      status_reason: null,
    };
  }
}
