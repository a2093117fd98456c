import { Clock } from '@slipway/backstage-plugin-fleet-node';
import {
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumNodeGroup,
  MagnumQuota,
  MagnumStats,
} from '@slipway/backstage-plugin-openstack-node';
import * as ids from '../resourceIds';
import { isBusy } from './isBusy';
import { markOf } from './markOf';
import { Kept } from './Kept';
import { Reading } from './Reading';
import { Round } from './Round';
import { WatchedCloud } from './WatchedCloud';

/** Reads a cloud as a whole, and knows what it answered before. */
export class CloudReader {
  readonly #magnum: WatchedCloud['magnum'];
  readonly #faults: Kept<MagnumCluster>;
  readonly #nodeGroups: Kept<MagnumNodeGroup[]>;
  readonly #templates: Kept<MagnumClusterTemplate[]>;
  readonly #quotas: Kept<MagnumQuota>;
  readonly #stats: Kept<MagnumStats>;

  static create(options: { cloud: WatchedCloud; clock: Clock }): CloudReader {
    return new CloudReader(options);
  }

  private constructor(options: { cloud: WatchedCloud; clock: Clock }) {
    const { cloud, clock } = options;
    this.#magnum = cloud.magnum;
    this.#faults = Kept.create(clock);
    this.#nodeGroups = Kept.create(clock);
    this.#templates = Kept.create(clock);
    this.#quotas = Kept.create(clock);
    this.#stats = Kept.create(clock);
  }

  /** @throws OpenStackError when the cloud does not say which clusters it has */
  async read(signal: AbortSignal): Promise<Reading> {
    const round = Round.create(signal);
    const listed = await this.#magnum.listClusters({ signal });
    const clusters: MagnumCluster[] = [];
    const nodegroups: Record<string, MagnumNodeGroup[]> = {};
    for (const cluster of listed) {
      clusters.push(await this.#withFaults(round, cluster, signal));
      const groups = await this.#nodeGroupsOf(round, cluster, signal);
      Object.assign(nodegroups, groups && { [cluster.uuid]: groups });
    }
    const projects = await this.#readProjects(round, clusters, signal);
    const clustertemplates = await this.#readTemplates(round, clusters, signal);
    this.#retain(clusters.map(({ uuid }) => uuid));
    return {
      answers: { clusters, nodegroups, clustertemplates, ...projects },
      coverage: round.coverage,
      isBusy: clusters.some(cluster =>
        isBusy(cluster, nodegroups[cluster.uuid]),
      ),
    };
  }

  /** Lists do not have them. */
  async #withFaults(
    round: Round,
    cluster: MagnumCluster,
    signal: AbortSignal,
  ): Promise<MagnumCluster> {
    const { uuid: key, status } = cluster;
    if (!status?.endsWith('_FAILED')) {
      return cluster;
    }
    const whole = await round.ask({
      resource: ids.CLUSTERS,
      key,
      mark: markOf(cluster),
      kept: this.#faults,
      ask: () => this.#magnum.getCluster(key, { signal }),
    });
    return { ...cluster, ...(whole?.faults && { faults: whole.faults }) };
  }

  #nodeGroupsOf(round: Round, cluster: MagnumCluster, signal: AbortSignal) {
    const { uuid: key } = cluster;
    return round.ask({
      resource: ids.NODE_GROUPS,
      key,
      mark: markOf(cluster),
      kept: this.#nodeGroups,
      isUrgent: isBusy(cluster, this.#nodeGroups.last(key)),
      ask: () => this.#magnum.listNodeGroups(key, { signal }),
    });
  }

  #readTemplates(round: Round, clusters: MagnumCluster[], signal: AbortSignal) {
    const used = clusters.map(cluster => cluster.cluster_template_id);
    return round.ask({
      resource: ids.CLUSTER_TEMPLATES,
      key: '',
      // A new cluster may be of a template that is new as well.
      mark: [...new Set(used)].sort().join(' '),
      kept: this.#templates,
      ask: () => this.#magnum.listClusterTemplates({ signal }),
    });
  }

  async #readProjects(
    round: Round,
    clusters: MagnumCluster[],
    signal: AbortSignal,
  ): Promise<Pick<Reading['answers'], 'quotas' | 'stats'>> {
    const quotas: Record<string, MagnumQuota> = {};
    const stats: Record<string, MagnumStats> = {};
    const projects = clusters.flatMap(({ project_id }) => project_id ?? []);
    for (const key of new Set(projects)) {
      const quota = await round.ask({
        resource: ids.QUOTAS,
        key,
        kept: this.#quotas,
        ask: () => this.#magnum.getQuota(key, { signal }),
      });
      const found = await round.ask({
        resource: ids.STATS,
        key,
        mark: String(clusters.length),
        kept: this.#stats,
        ask: () => this.#magnum.getStats(key, { signal }),
      });
      Object.assign(quotas, quota && { [key]: quota });
      Object.assign(stats, found && { [key]: found });
    }
    return { quotas, stats };
  }

  #retain(clusters: string[]) {
    this.#faults.retain(clusters);
    this.#nodeGroups.retain(clusters);
  }
}
