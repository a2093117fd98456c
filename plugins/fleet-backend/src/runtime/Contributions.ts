import {
  ClusterSource,
  FleetClustersExtensionPoint,
  FleetDomainsExtensionPoint,
} from '@slipway/backstage-plugin-fleet-node';
import { DomainRegistration } from './loadDomains';

/** What modules bring before the plugin starts. */
export class Contributions
  implements FleetDomainsExtensionPoint, FleetClustersExtensionPoint
{
  readonly domains: DomainRegistration[] = [];
  readonly clusterSources: ClusterSource[] = [];

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
}
