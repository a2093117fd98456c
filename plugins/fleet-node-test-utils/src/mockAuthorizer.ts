import { mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { platformWritePermission } from '@slipway/backstage-plugin-fleet-common';
import { OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';

/**
 * Who asks, in {@link mockAuthorizer}.
 *
 * @public
 */
export interface MockAuthorizerOptions {
  /**
   * They may write the whole platform.
   * @defaultValue false
   */
  platform?: boolean;
  /**
   * They have none of the other permissions.
   * @defaultValue false
   */
  denied?: boolean;
  /**
   * Their token is not valid any more.
   * @defaultValue false
   */
  expired?: boolean;
}

/** The caller belongs to the group storefront. @public */
export function mockAuthorizer(
  options: MockAuthorizerOptions = {},
): OwnerAuthorizer {
  const permissions = mockServices.permissions.mock({
    authorize: async requests => {
      if (options.expired) {
        throw new AuthenticationError('Token expired');
      }
      return requests.map(({ permission }) => {
        const isPlatform = isPermission(permission, platformWritePermission);
        const isAllowed = isPlatform ? options.platform : !options.denied;
        return {
          result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        };
      });
    },
  });
  return OwnerAuthorizer.create({
    permissions,
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['user:default/mock', 'group:default/storefront'],
    }),
  });
}
