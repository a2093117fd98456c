import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  Environment,
  platformWritePermission,
} from '@slipway/backstage-plugin-fleet-common';
import { Clock, OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { GitopsActionOptions } from '../actions/GitopsActionOptions';
import { NameClaims } from '../claims';
import { FakeGithub } from './FakeGithub';

/** The caller belongs to the group storefront, and may write no platform. */
export function storefrontAuthorizer(
  options: { platform?: boolean; denied?: boolean } = {},
): OwnerAuthorizer {
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(({ permission }) => {
      const platform = isPermission(permission, platformWritePermission);
      const allowed = platform ? options.platform : !options.denied;
      return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
    }),
  );
  return OwnerAuthorizer.create({
    permissions,
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['user:default/mock', 'group:default/storefront'],
    }),
  });
}

export const environments: Environment[] = [
  environment('dev', 'nonprod'),
  environment('staging', 'nonprod'),
  environment('prod', 'prod'),
];

/** Options of the actions on a fake GitHub, with a clock that never waits. */
export function testOptions(
  github: FakeGithub,
  overrides: Partial<GitopsActionOptions> = {},
): GitopsActionOptions {
  const clock = overrides.clock ?? steppingClock();
  return {
    authorizer: storefrontAuthorizer(),
    claims: NameClaims.create(clock),
    catalog: catalogServiceMock({
      entities: ['storefront', 'payments'].map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name, namespace: 'default' },
        spec: { type: 'team', children: [] },
      })),
    }),
    clients: github.clients(),
    environments,
    imageRegistry: 'registry.example.org',
    platform: github.address('acme/platform'),
    clock,
    ...overrides,
  };
}

/** Time passes only by sleeping, and at once. */
export function steppingClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    async sleep(milliseconds, signal) {
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
