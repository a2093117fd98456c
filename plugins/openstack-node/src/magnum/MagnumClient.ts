import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { isNotFound } from '../errors';
import { CallOptions } from '../transport/CallOptions';
import {
  CreateClusterBody,
  CreateClusterTemplateBody,
  CreateNodeGroupBody,
  MagnumAccepted,
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumMicroversion,
  MagnumNodeGroup,
  MagnumPatch,
  MagnumQuota,
  MagnumService,
  MagnumStats,
  ResizeBody,
  UpgradeBody,
} from './bodies';
import { MagnumApi } from './MagnumApi';
import { mapInParallel } from './mapInParallel';

const AT_ONCE = 4;
const NEW_FOR_MS = 5_000;
const ASK_AGAIN_MS = 250;

/** A certificate authority of a cluster. @public */
export type MagnumAuthority = 'kubernetes' | 'etcd' | 'front-proxy';

/**
 * Magnum's API in one project of one cloud. Bodies are as the API has them.
 * Reads are repeated where that can help, nothing else is.
 *
 * @public
 */
export class MagnumClient {
  readonly #api: MagnumApi;
  readonly #clock: Clock;

  /** @internal */
  static create(options: { api: MagnumApi; clock: Clock }): MagnumClient {
    return new MagnumClient(options);
  }

  private constructor(options: { api: MagnumApi; clock: Clock }) {
    this.#api = options.api;
    this.#clock = options.clock;
  }

  /** What the cloud has, and what is used of it. */
  microversion(o: CallOptions = {}): Promise<MagnumMicroversion> {
    return this.#api.microversion(o);
  }

  /** All of them, with all fields. */
  listClusters(o: CallOptions = {}): Promise<MagnumCluster[]> {
    return this.#api.list(
      { path: ['clusters', 'detail'], paged: true, ...o },
      'clusters',
      'uuid',
      'name',
    );
  }

  /** With all fields. A name that several have is refused with 409. */
  getCluster(idOrName: string, o: CallOptions = {}): Promise<MagnumCluster> {
    return this.#api.get(
      { path: ['clusters', idOrName], ...o },
      'uuid',
      'name',
    );
  }

  /** For some moments after its creation Magnum may not know a cluster. */
  async getClusterSoonAfterCreate(
    id: string,
    o: CallOptions = {},
  ): Promise<MagnumCluster> {
    const until = this.#clock.now() + NEW_FOR_MS;
    for (;;) {
      try {
        return await this.getCluster(id, o);
      } catch (error) {
        if (!isNotFound(error) || this.#clock.now() >= until) {
          throw error;
        }
        await this.#clock.sleep(ASK_AGAIN_MS, o.signal);
      }
    }
  }

  /** Begins it. Nothing may be known of the cluster for some moments. */
  createCluster(
    body: CreateClusterBody,
    o: CallOptions = {},
  ): Promise<MagnumAccepted> {
    return this.#api.send(
      {
        method: 'POST',
        path: ['clusters'],
        since: body.node_count === 0 ? '1.10' : undefined,
        body,
        ...o,
      },
      'uuid',
    );
  }

  /** Begins it. Of another group than the default one when that is named. */
  resizeCluster(
    id: string,
    body: ResizeBody,
    o: CallOptions = {},
  ): Promise<MagnumAccepted> {
    return this.#api.send(
      {
        method: 'POST',
        path: ['clusters', id, 'actions', 'resize'],
        since: body.node_count === 0 ? '1.10' : '1.7',
        body,
        ...o,
      },
      'uuid',
    );
  }

  /** Begins it. Magnum does not refuse downgrades. */
  upgradeCluster(
    id: string,
    body: UpgradeBody,
    o: CallOptions = {},
  ): Promise<MagnumAccepted> {
    return this.#api.send(
      {
        method: 'POST',
        path: ['clusters', id, 'actions', 'upgrade'],
        since: '1.8',
        body,
        ...o,
      },
      'uuid',
    );
  }

  /** Begins it. Magnum lets only `/node_count` be changed. */
  updateCluster(
    id: string,
    patch: MagnumPatch[],
    o: CallOptions = {},
  ): Promise<MagnumAccepted> {
    return this.#api.send(
      {
        method: 'PATCH',
        path: ['clusters', id],
        body: patch,
        ...o,
      },
      'uuid',
    );
  }

  /** Begins it; the cluster is gone when Magnum no longer knows it. */
  deleteCluster(id: string, o: CallOptions = {}): Promise<void> {
    return this.#api.remove({ path: ['clusters', id], ...o });
  }

  /**
   * Of a cluster, with all fields: the list of them lacks states' reasons,
   * labels and addresses, and has wrong bounds.
   */
  async listNodeGroups(
    cluster: string,
    o: CallOptions = {},
  ): Promise<MagnumNodeGroup[]> {
    const known = await this.#api.list<MagnumNodeGroup>(
      { path: ['clusters', cluster, 'nodegroups'], since: '1.9', ...o },
      'nodegroups',
      'uuid',
      'name',
    );
    const whole = await mapInParallel(known, AT_ONCE, async group => {
      try {
        return await this.getNodeGroup(cluster, group.uuid, o);
      } catch (error) {
        if (isNotFound(error)) {
          return undefined;
        }
        throw error;
      }
    });
    return whole.filter(group => group !== undefined);
  }

  /** With all fields. */
  getNodeGroup(
    cluster: string,
    idOrName: string,
    o: CallOptions = {},
  ): Promise<MagnumNodeGroup> {
    return this.#api.get(
      {
        path: ['clusters', cluster, 'nodegroups', idOrName],
        since: '1.9',
        ...o,
      },
      'uuid',
      'name',
    );
  }

  /** Begins it. */
  createNodeGroup(
    cluster: string,
    body: CreateNodeGroupBody,
    o: CallOptions = {},
  ): Promise<MagnumNodeGroup> {
    return this.#api.send(
      {
        method: 'POST',
        path: ['clusters', cluster, 'nodegroups'],
        since: neededFor(body),
        body,
        ...o,
      },
      'uuid',
      'name',
    );
  }

  /** Its bounds, and since microversion 1.14 its node labels and taints. */
  updateNodeGroup(
    cluster: string,
    idOrName: string,
    patch: MagnumPatch[],
    o: CallOptions = {},
  ): Promise<MagnumNodeGroup> {
    const ofNodes = patch.some(({ path }) => path.startsWith('/node_'));
    return this.#api.send(
      {
        method: 'PATCH',
        path: ['clusters', cluster, 'nodegroups', idOrName],
        since: ofNodes ? '1.14' : '1.9',
        body: patch,
        ...o,
      },
      'uuid',
      'name',
    );
  }

  /** Begins it. The default groups cannot be deleted. */
  deleteNodeGroup(
    cluster: string,
    idOrName: string,
    o: CallOptions = {},
  ): Promise<void> {
    return this.#api.remove({
      path: ['clusters', cluster, 'nodegroups', idOrName],
      since: '1.9',
      ...o,
    });
  }

  /** All of them, with all fields. */
  listClusterTemplates(o: CallOptions = {}): Promise<MagnumClusterTemplate[]> {
    return this.#api.list(
      { path: ['clustertemplates', 'detail'], paged: true, ...o },
      'clustertemplates',
      'uuid',
      'name',
    );
  }

  /** With all fields. A name that several have is refused with 409. */
  getClusterTemplate(
    idOrName: string,
    o: CallOptions = {},
  ): Promise<MagnumClusterTemplate> {
    return this.#api.get(
      { path: ['clustertemplates', idOrName], ...o },
      'uuid',
      'name',
    );
  }

  /** It can be used at once. */
  createClusterTemplate(
    body: CreateClusterTemplateBody,
    o: CallOptions = {},
  ): Promise<MagnumClusterTemplate> {
    return this.#api.send(
      {
        method: 'POST',
        path: ['clustertemplates'],
        body,
        ...o,
      },
      'uuid',
      'name',
    );
  }

  /** Refused while clusters use it, but for its name and visibility. */
  updateClusterTemplate(
    id: string,
    patch: MagnumPatch[],
    o: CallOptions = {},
  ): Promise<MagnumClusterTemplate> {
    return this.#api.send(
      {
        method: 'PATCH',
        path: ['clustertemplates', id],
        body: patch,
        ...o,
      },
      'uuid',
      'name',
    );
  }

  /** Refused while clusters use it. */
  deleteClusterTemplate(id: string, o: CallOptions = {}): Promise<void> {
    return this.#api.remove({ path: ['clustertemplates', id], ...o });
  }

  /** The certificate, as PEM. */
  getCertificateAuthority(
    cluster: string,
    o: CallOptions & { type?: MagnumAuthority } = {},
  ): Promise<string> {
    const { type, signal } = o;
    return this.#api.pem({
      method: 'GET',
      path: ['certificates', cluster],
      query: type && { ca_cert_type: type },
      signal,
    });
  }

  /**
   * A certificate signed by the cluster's authority, as PEM. Only for the user
   * that created the cluster, and for administrators of the cloud.
   */
  signCertificate(
    cluster: string,
    csrPem: string,
    o: CallOptions = {},
  ): Promise<string> {
    return this.#api.pem({
      method: 'POST',
      path: ['certificates'],
      body: { cluster_uuid: cluster, csr: csrPem },
      ...o,
    });
  }

  /** Begins it. All credentials of the cluster end with it. */
  rotateCertificateAuthority(
    cluster: string,
    o: CallOptions = {},
  ): Promise<void> {
    return this.#api.order({
      method: 'PATCH',
      path: ['certificates', cluster],
      since: '1.5',
      ...o,
    });
  }

  /** The cluster gets new credentials for its cloud. */
  rotateCredential(cluster: string, o: CallOptions = {}): Promise<void> {
    return this.#api.order({
      method: 'PATCH',
      path: ['credentials', cluster],
      since: '1.12',
      ...o,
    });
  }

  /** How many clusters a project may have; the default when nobody said. */
  getQuota(project: string, o: CallOptions = {}): Promise<MagnumQuota> {
    return this.#api.get(
      {
        path: ['quotas', project, 'Cluster'],
        since: '1.6',
        ...o,
      },
      'hard_limit',
    );
  }

  /** For administrators of the cloud. */
  listQuotas(o: CallOptions = {}): Promise<MagnumQuota[]> {
    return this.#api.list(
      {
        path: ['quotas'],
        query: { all_tenants: 'true' },
        since: '1.6',
        paged: true,
        ...o,
      },
      'quotas',
      'project_id',
      'hard_limit',
    );
  }

  /** For administrators of the cloud. */
  createQuota(
    body: { project_id: string; hard_limit: number },
    o: CallOptions = {},
  ): Promise<MagnumQuota> {
    return this.#api.send(
      {
        method: 'POST',
        path: ['quotas'],
        since: '1.6',
        body: { ...body, resource: 'Cluster' },
        ...o,
      },
      'hard_limit',
    );
  }

  /** For administrators of the cloud. */
  updateQuota(
    body: { project_id: string; hard_limit: number },
    o: CallOptions = {},
  ): Promise<MagnumQuota> {
    return this.#api.send(
      {
        method: 'PATCH',
        path: ['quotas', body.project_id, 'Cluster'],
        since: '1.6',
        body: { ...body, resource: 'Cluster' },
        ...o,
      },
      'hard_limit',
    );
  }

  /** For administrators of the cloud; the default counts from then on. */
  deleteQuota(project: string, o: CallOptions = {}): Promise<void> {
    return this.#api.remove({
      path: ['quotas', project, 'Cluster'],
      since: '1.6',
      ...o,
    });
  }

  /** How much a project has. */
  getStats(project: string, o: CallOptions = {}): Promise<MagnumStats> {
    return this.#api.get(
      {
        path: ['stats'],
        query: { project_id: project },
        since: '1.4',
        ...o,
      },
      'clusters',
      'nodes',
    );
  }

  /** For administrators of the cloud. */
  listServices(o: CallOptions = {}): Promise<MagnumService[]> {
    return this.#api.list(
      { path: ['mservices'], ...o },
      'mservices',
      'host',
      'state',
    );
  }
}

function neededFor(body: CreateNodeGroupBody): string {
  if (body.node_labels || body.node_taints) {
    return '1.14';
  }
  return body.node_count === 0 ? '1.10' : '1.9';
}
