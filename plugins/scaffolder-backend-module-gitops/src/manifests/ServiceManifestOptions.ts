import { Environment } from '@slipway/backstage-plugin-fleet-common';
import { RepositoryAddress } from '../repository';

/** Who a service is. Two descriptions with the same identity mean the same service. */
export interface ServiceIdentity {
  name: string;
  /** Name of the owning group. */
  owner: string;
  /** `<owner>/<name>` of the repository with the code. */
  repository: string;
}

/** An environment, with the cluster that it has at the moment. */
export interface PlacedEnvironment extends Environment {
  /** Name of the cluster at the hub; `undefined`: no cluster yet. */
  cluster?: string;
  /** DNS zone of the cluster. */
  zone?: string;
}

export interface ServiceManifestOptions {
  service: ServiceIdentity;
  environments: PlacedEnvironment[];
  platform: RepositoryAddress;
}

export interface EnvironmentManifestOptions {
  service: ServiceIdentity;
  environment: PlacedEnvironment;
  platform: RepositoryAddress;
}
