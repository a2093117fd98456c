import { ConfigReader } from '@backstage/config';
import {
  mockAuthorizer,
  mockEnvironment,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { createClusterAdmin } from '@slipway/backstage-plugin-openstack-node';
import { ArgocdActionOptions } from '../actions/ArgocdActionOptions';
import { RepositoryCredentials } from '../repositories';
import { FakeHub } from './FakeHub';

export const GIT_TOKEN = 'a-very-secret-token';

/** Options of the actions on a fake hub, with a clock that never waits. */
export function testOptions(
  hub: FakeHub,
  overrides: Partial<ArgocdActionOptions> = {},
): ArgocdActionOptions {
  return {
    authorizer: mockAuthorizer(),
    clouds: {
      get() {
        throw new Error('There is no cloud');
      },
    },
    createAdmin: createClusterAdmin,
    credentials: RepositoryCredentials.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: 'git.example.org', token: GIT_TOKEN }],
        },
      }),
    ),
    environments: [
      mockEnvironment('dev', 'nonprod'),
      mockEnvironment('prod', 'prod'),
    ],
    hubs: hub.hubs(),
    ingress: { httpPort: 8080, httpsPort: 443, caFile: '/ca.pem' },
    platformUrl: 'https://git.example.org/acme/platform',
    clock: steppingClock(),
    ...overrides,
  };
}
