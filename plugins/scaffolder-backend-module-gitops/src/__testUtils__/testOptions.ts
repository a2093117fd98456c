import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Environment } from '@slipway/backstage-plugin-fleet-common';
import {
  mockAuthorizer,
  mockEnvironment,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { GitopsActionOptions } from '../actions/GitopsActionOptions';
import { NameClaims } from '../claims';
import { FakeGithub } from './FakeGithub';

export const environments: Environment[] = [
  mockEnvironment('dev', 'nonprod'),
  mockEnvironment('staging', 'nonprod'),
  mockEnvironment('prod', 'prod'),
];

/** Options of the actions on a fake GitHub, with a clock that never waits. */
export function testOptions(
  github: FakeGithub,
  overrides: Partial<GitopsActionOptions> = {},
): GitopsActionOptions {
  const clock = overrides.clock ?? steppingClock();
  return {
    authorizer: mockAuthorizer(),
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
