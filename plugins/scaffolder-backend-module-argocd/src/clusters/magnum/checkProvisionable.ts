import { InputError } from '@backstage/errors';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';

/** @throws InputError for a cloud in which nothing may be made */
export function checkProvisionable(cloud: Cloud): void {
  if (cloud.watchOnly) {
    throw new InputError(
      `The cloud ${cloud.name} is only watched; its clusters cannot be registered`,
    );
  }
}
