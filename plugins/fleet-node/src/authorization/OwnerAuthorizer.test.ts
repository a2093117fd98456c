import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { platformWritePermission } from '@slipway/backstage-plugin-fleet-common';
import { OwnerAuthorizer } from './OwnerAuthorizer';

const permission = createPermission({ name: 'test.make', attributes: {} });
const credentials = mockCredentials.user();

describe('OwnerAuthorizer', () => {
  function authorizer(...allowed: { name: string }[]) {
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockImplementation(async requests =>
      requests.map(request => ({
        result: allowed.some(({ name }) => name === request.permission.name)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
    );
    return OwnerAuthorizer.create({
      permissions,
      userInfo: mockServices.userInfo({
        ownershipEntityRefs: ['user:default/mock', 'group:default/storefront'],
      }),
    });
  }

  it('lets people act for their own group, however it is written', async () => {
    for (const owner of ['storefront', 'group:default/storefront']) {
      const request = { credentials, permission, owner };
      await expect(
        authorizer(permission).authorize(request),
      ).resolves.toBeUndefined();
    }
  });

  it('says which groups somebody may act for', async () => {
    await expect(
      authorizer(permission).authorize({
        credentials,
        permission,
        owner: 'payments',
      }),
    ).rejects.toThrow(
      'user:default/mock does not belong to group:default/payments and may not act for it. Choose one of: group:default/storefront',
    );
  });

  it('lets those who may write the platform act for every group', async () => {
    const engineer = authorizer(permission, platformWritePermission);
    await expect(
      engineer.authorize({ credentials, permission, owner: 'payments' }),
    ).resolves.toBeUndefined();
    await expect(
      engineer.authorizePlatform(credentials),
    ).resolves.toBeUndefined();
  });

  it('names the permission that is missing', async () => {
    const nothing = authorizer();
    await expect(
      nothing.authorize({ credentials, permission, owner: 'storefront' }),
    ).rejects.toThrow('The permission test.make is missing');
    await expect(nothing.authorizePlatform(credentials)).rejects.toThrow(
      'The permission slipway.platform.write is missing',
    );
  });

  it.each([
    ['user:default/mock', 'is not a group of the default namespace'],
    ['group:other/x', 'is not a group of the default namespace'],
    ['', 'is not a group'],
  ])('refuses "%s" as an owner', async (owner, message) => {
    await expect(
      authorizer(permission).authorize({ credentials, permission, owner }),
    ).rejects.toThrow(message);
  });
});
