import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RESOURCE_TYPE_FLEET_ITEM } from '@slipway/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import fleetPlugin from '..';
import { widgetsModule } from './widgets/module';

export const ENGINEER = 'user:default/engineer';
export const DEVELOPER = 'user:default/developer';
export const STRANGER = 'user:default/stranger';

/** What each person may see. */
const DECISIONS: Record<string, PolicyDecision> = {
  [ENGINEER]: { result: AuthorizeResult.ALLOW },
  [DEVELOPER]: {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'fleet',
    resourceType: RESOURCE_TYPE_FLEET_ITEM,
    conditions: {
      rule: 'IS_OWNER',
      resourceType: RESOURCE_TYPE_FLEET_ITEM,
      params: { owners: ['group:default/storefront'] },
    },
  },
  [STRANGER]: { result: AuthorizeResult.DENY },
};

function decisionFor(credentials: unknown): PolicyDecision {
  const { principal } = credentials as {
    principal: { userEntityRef: string };
  };
  return DECISIONS[principal.userEntityRef];
}

interface StartTestFleetOptions {
  clusters: { name: string; url: string }[];
  /** What it had before, of another backend. */
  database: Knex;
  /** What else is in the backend. */
  features?: BackendFeature[];
}

/** A backend with the fleet, and what people get from it. */
export async function startTestFleet({
  clusters,
  database,
  features = [],
}: StartTestFleetOptions) {
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async () => {},
  });
  const backend = await startTestBackend({
    features: [
      fleetPlugin,
      widgetsModule,
      ...features,
      mockServices.database.mock({ getClient: async () => database }).factory,
      catalogServiceMock.factory({ entities: [] }),
      auditor.factory,
      mockServices.rootConfig.factory({
        data: {
          fleet: {
            clusters: clusters.map(({ name, url }) => ({
              name,
              url,
              token: 'reader',
            })),
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async (requests, { credentials }) =>
          requests.map(() => ({
            result:
              decisionFor(credentials).result === AuthorizeResult.ALLOW
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })),
        authorizeConditional: async (requests, { credentials }) =>
          requests.map(() => decisionFor(credentials)),
      }).factory,
    ],
  });
  const port = backend.server.port();
  return {
    auditor,
    async request(user: string, path: string, init: RequestInit = {}) {
      return fetch(`http://127.0.0.1:${port}/api/fleet${path}`, {
        ...init,
        headers: {
          authorization: mockCredentials.user.header(user),
          'content-type': 'application/json',
        },
      });
    },
    async get(user: string, path: string) {
      const response = await this.request(user, path);
      return response.json();
    },
    ready: async () =>
      (await fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`))
        .status,
    stop: () => backend.stop(),
  };
}
