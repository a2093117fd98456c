import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  Environment,
  platformWritePermission,
} from '@slipway/backstage-plugin-fleet-common';
import { Clock, OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { ArgocdActionOptions } from '../actions/ArgocdActionOptions';
import { RepositoryCredentials } from '../repositories';
import { FakeHub } from './FakeHub';

export const GIT_TOKEN = 'a-very-secret-token';

/** The caller belongs to the group storefront, and may write no platform. */
export function storefrontAuthorizer(
  options: { platform?: boolean } = {},
): OwnerAuthorizer {
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(({ permission }) => ({
      result:
        isPermission(permission, platformWritePermission) && !options.platform
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    })),
  );
  return OwnerAuthorizer.create({
    permissions,
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['user:default/mock', 'group:default/storefront'],
    }),
  });
}

/** Options of the actions on a fake hub, with a clock that never waits. */
export function testOptions(
  hub: FakeHub,
  overrides: Partial<ArgocdActionOptions> = {},
): ArgocdActionOptions {
  return {
    authorizer: storefrontAuthorizer(),
    credentials: RepositoryCredentials.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: 'git.example.org', token: GIT_TOKEN }],
        },
      }),
    ),
    environments: [environment('dev', 'nonprod'), environment('prod', 'prod')],
    hubs: hub.hubs(),
    ingress: { httpPort: 8080, httpsPort: 443, caFile: '/ca.pem' },
    platformUrl: 'https://git.example.org/acme/platform',
    clock: steppingClock(),
    ...overrides,
  };
}

/** Time passes only by sleeping, and at once; each moment happens in one sleep. */
export function steppingClock(moments: (() => void)[] = []): Clock {
  let now = 0;
  return {
    now: () => now,
    async sleep(milliseconds, signal) {
      moments.shift()?.();
      signal?.throwIfAborted();
      now += milliseconds;
    },
  };
}

function environment(name: string, stage: string): Environment {
  return {
    name,
    hub: 'platform',
    clusterSelector: { 'slipway.dev/stage': stage },
    namespacePattern: '{service}-{environment}',
    approvers: [],
    promotion: name === 'dev' ? 'push' : 'pull-request',
  };
}
