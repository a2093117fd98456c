import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { isNotFound } from '../errors';
import { CallOptions } from '../transport/CallOptions';
import {
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumMicroversion,
  MagnumNodeGroup,
  MagnumQuota,
  MagnumService,
  MagnumStats,
} from './bodies';
import { MagnumApi } from './MagnumApi';
import { mapInParallel } from './mapInParallel';

const AT_ONCE = 4;
const NEW_FOR_MS = 5_000;
const ASK_AGAIN_MS = 250;

/** A certificate authority of a cluster. @public */
export type MagnumAuthority = 'kubernetes' | 'etcd' | 'front-proxy';

/** What readers of Magnum's API need. @internal */
export interface MagnumReaderOptions {
  api: MagnumApi;
  clock: Clock;
}

/**
 * What Magnum's API tells in one project of one cloud. Bodies are as the API has
 * them. Calls are repeated where that can help.
 *
 * @public
 */
export class MagnumReader {
  readonly #api: MagnumApi;
  readonly #clock: Clock;

  /** @internal */
  protected constructor(options: MagnumReaderOptions) {
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
