import {
  ClusterSource,
  FleetClustersExtensionPoint,
  FleetDomainsExtensionPoint,
  FleetRowSourcesExtensionPoint,
  RowSource,
} from '@slipway/backstage-plugin-fleet-node';
import { DomainRegistration } from './loadDomains';

/** What modules bring before the plugin starts. */
export class Contributions
  implements
    FleetDomainsExtensionPoint,
    FleetClustersExtensionPoint,
    FleetRowSourcesExtensionPoint
{
  readonly domains: DomainRegistration[] = [];
  readonly clusterSources: ClusterSource[] = [];
  readonly rowSources: RowSource[] = [];

  static create(): Contributions {
    return new Contributions();
  }

  private constructor() {}

  addDomain(registration: DomainRegistration): void {
    this.domains.push(registration);
  }

  addClusterSource(source: ClusterSource): void {
    if (this.clusterSources.some(({ id }) => id === source.id)) {
      throw new Error(`Two modules bring the cluster source '${source.id}'`);
    }
    this.clusterSources.push(source);
  }

  addRowSource(source: RowSource): void {
    const { id, kind, name } = source;
    if (id !== `${kind}/${name}` || !/^[^/]+$/.test(name)) {
      throw new Error(
        `The row source '${id}' must have the id of its kind and name, '${kind}/${name}', and a name without slashes`,
      );
    }
    if (this.rowSources.some(other => other.id === id)) {
      throw new Error(`Two modules bring the row source '${id}'`);
    }
    this.rowSources.push(source);
  }
}
