import { CallOptions } from '../transport/CallOptions';
import {
  CreateClusterBody,
  CreateClusterTemplateBody,
  CreateNodeGroupBody,
  MagnumAccepted,
  MagnumClusterTemplate,
  MagnumNodeGroup,
  MagnumPatch,
  MagnumQuota,
  ResizeBody,
  UpgradeBody,
} from './bodies';
import { MagnumApi } from './MagnumApi';
import { MagnumReader, MagnumReaderOptions } from './MagnumReader';

/**
 * Magnum's API in one project of one cloud. What changes something is never sent
 * twice.
 *
 * @public
 */
export class MagnumClient extends MagnumReader {
  readonly #api: MagnumApi;

  /** @internal */
  static create(options: MagnumReaderOptions): MagnumClient {
    return new MagnumClient(options);
  }

  private constructor(options: MagnumReaderOptions) {
    super(options);
    this.#api = options.api;
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
}

function neededFor(body: CreateNodeGroupBody): string {
  if (body.node_labels || body.node_taints) {
    return '1.14';
  }
  return body.node_count === 0 ? '1.10' : '1.9';
}
