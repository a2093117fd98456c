import {
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumNodeGroup,
  OpenStackError,
} from '@slipway/backstage-plugin-openstack-node';
import { WatchedCloud } from '../poller/WatchedCloud';

type Call = keyof WatchedCloud['magnum'];

/** A cloud that answers as told. */
export class FakeCloud implements WatchedCloud {
  readonly name = 'acme';
  watchOnly = false;
  clusters: MagnumCluster[] = [];
  nodeGroups: Record<string, MagnumNodeGroup[]> = {};
  templates: MagnumClusterTemplate[] = [];
  /** What is thrown instead of an answer. */
  failing: Partial<Record<Call, unknown>> = {};
  /** The calls, in order, with whom they were about. */
  readonly calls: string[] = [];

  static create(): FakeCloud {
    return new FakeCloud();
  }

  private constructor() {}

  readonly magnum: WatchedCloud['magnum'] = {
    listClusters: async () =>
      this.#answer(
        'listClusters',
        '',
        this.clusters.map(({ faults, ...rest }) => rest),
      ),
    getCluster: async id =>
      this.#answer(
        'getCluster',
        id,
        this.clusters.find(({ uuid }) => uuid === id)!,
      ),
    listNodeGroups: async id =>
      this.#answer('listNodeGroups', id, this.nodeGroups[id] ?? []),
    listClusterTemplates: async () =>
      this.#answer('listClusterTemplates', '', this.templates),
    getQuota: async project =>
      this.#answer('getQuota', project, {
        project_id: project,
        resource: 'Cluster',
        hard_limit: 20,
      }),
    getStats: async project =>
      this.#answer('getStats', project, {
        clusters: this.clusters.length,
        nodes: 4,
      }),
  };

  count(call: Call): number {
    return this.calls.filter(name => name.startsWith(call)).length;
  }

  #answer<T>(call: Call, about: string, value: T): T {
    this.calls.push(`${call} ${about}`.trim());
    if (this.failing[call]) {
      throw this.failing[call];
    }
    return structuredClone(value);
  }
}

/** An error as the client throws it. */
export function refusal(
  request: string,
  status: number | undefined,
  reason: string,
): OpenStackError {
  const service = request.includes('/auth/') ? 'keystone' : 'magnum';
  return new OpenStackError({
    cloud: 'acme',
    service,
    request,
    status,
    reason,
  });
}
