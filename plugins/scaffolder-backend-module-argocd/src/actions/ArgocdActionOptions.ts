import { Environment } from '@slipway/backstage-plugin-fleet-common';
import { Clock, OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { IngressAccess } from '../environments';
import { CloudAccess } from '../clusters';
import { Hubs } from '../hubs';
import { RepositoryCredentials } from '../repositories';

/** What the actions of this module stand on. */
export interface ArgocdActionOptions extends CloudAccess {
  authorizer: OwnerAuthorizer;
  credentials: RepositoryCredentials;
  environments: Environment[];
  hubs: Hubs;
  ingress: IngressAccess;
  /** Web address of the platform repository, where there is one. */
  platformUrl?: string;
  clock?: Clock;
}
