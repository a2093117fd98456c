import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { serviceCreatePermission } from '@slipway/backstage-plugin-fleet-common';
import { OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { ServiceIdentity } from '../manifests';

/** A service may be written by its owners, anything else by platform engineers. */
export async function authorizeManifests(
  authorizer: OwnerAuthorizer,
  options: {
    credentials: BackstageCredentials;
    service: ServiceIdentity | undefined;
  },
): Promise<void> {
  const { credentials, service } = options;
  if (service) {
    await authorizer.authorize({
      credentials,
      permission: serviceCreatePermission,
      owner: service.owner,
    });
  } else {
    await authorizer.authorizePlatform(credentials);
  }
}
