import { CatalogService } from '@backstage/plugin-catalog-node';
import { Environment } from '@slipway/backstage-plugin-fleet-common';
import { Clock, OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { NameClaims } from '../claims';
import { GithubClients, RepositoryAddress } from '../repository';

/** What the actions of this module stand on. */
export interface GitopsActionOptions {
  authorizer: OwnerAuthorizer;
  catalog: CatalogService;
  claims: NameClaims;
  clients: GithubClients;
  environments: Environment[];
  /** Host that images are pushed to. */
  imageRegistry: string;
  platform: RepositoryAddress;
  clock?: Clock;
}
