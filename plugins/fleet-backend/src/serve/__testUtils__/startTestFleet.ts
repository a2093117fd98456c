import {
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createFleetItemConditionalDecision,
  fleetItemConditions,
  fleetItemReadPermission,
  fleetSourceReadPermission,
  RESOURCE_TYPE_FLEET_ITEM,
} from '@slipway/backstage-plugin-fleet-common';
import { ClusterClient, Operation } from '@slipway/backstage-plugin-fleet-node';
import { registerActions } from '../../actions';
import { OperationRunner } from '../../operations';
import { fleetItemResourceRef, fleetItemRules } from '../../permissions';
import { AccessResolver } from '../access/AccessResolver';
import { AuthorizedFleetView } from '../AuthorizedFleetView';
import { ClusterClients } from '../ClientsFor';
import { EntityBinder } from '../entities/EntityBinder';
import { createRouter } from '../http/createRouter';
import { ObjectReader } from '../objects/ObjectReader';
import { StreamTimings } from '../stream/StreamTimings';
import { createTestView } from './createTestView';
import { FakeModel } from './FakeModel';

/** Groups of the users that tests are; `platform` may everything, others nothing. */
const GROUPS: Record<string, string[]> = {
  'user:default/developer': ['group:default/storefront'],
  'user:default/colleague': ['group:default/storefront'],
  'user:default/payments-developer': ['group:default/payments'],
};
const PLATFORM = 'user:default/platform';

/** What a test fleet is started with. */
export interface TestFleetOptions {
  initial?: Parameters<FakeModel['put']>[0];
  entities?: Entity[];
  operations?: Operation<any>[];
  clients?: Record<
    string,
    { reader?: ClusterClient; operator?: ClusterClient }
  >;
  timings?: Partial<StreamTimings>;
}

/** A backend with the fleet's routes, for users whose rights differ. */
export async function startTestFleet(options: TestFleetOptions = {}) {
  const { initial, entities = [], operations = [], clients = {} } = options;
  const fleet = createTestView(initial);
  const stop = new AbortController();
  let time = Date.now();
  const now = () => new Date(time);
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => auditEvent,
  });
  const policy = { groups: { ...GROUPS } };
  const actions = actionsRegistryServiceMock();
  const clientsFor = (cluster: string): ClusterClients =>
    clients[cluster] ?? {};

  const plugin = createBackendPlugin({
    pluginId: 'fleet',
    register(env) {
      env.registerInit({
        deps: {
          actionsRegistry: actionsRegistryServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          registry: coreServices.permissionsRegistry,
        },
        async init(deps) {
          deps.registry.addResourceType({
            resourceRef: fleetItemResourceRef,
            permissions: [
              fleetItemReadPermission,
              ...operations.map(operation => operation.permission),
            ],
            rules: fleetItemRules,
          });
          const access = AccessResolver.create({
            permissions: deps.permissions,
            ruleset: deps.registry.getPermissionRuleset(fleetItemResourceRef),
            now,
          });
          const view = AuthorizedFleetView.create({
            inner: fleet.view,
            access,
            entities: EntityBinder.create({
              catalog: catalogServiceMock({ entities }),
              now,
            }),
          });
          deps.httpRouter.use(
            await createRouter({
              view,
              objects: ObjectReader.create({
                view,
                kinds: [
                  {
                    kind: 'Secret',
                    from: 'cluster',
                    group: '',
                    versions: ['v1'],
                    plural: 'secrets',
                    namespaced: true,
                  },
                ],
                clientsFor,
                now,
              }),
              operations: OperationRunner.create({
                model: fleet.model,
                scopeOf: id => fleet.view.scopeOf(id),
                access,
                operations,
                clientsFor,
                now,
                signal: stop.signal,
              }),
              httpAuth: deps.httpAuth,
              auditor,
              now,
              signal: stop.signal,
              streamTimings: {
                batch: 1,
                heartbeat: 60_000,
                authorization: 60_000,
                patience: 60_000,
                farewell: 1_000,
                ...options.timings,
              },
            }),
          );
          registerActions({
            actionsRegistry: deps.actionsRegistry,
            auditor,
            view,
          });
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => createTestPermissions(policy.groups),
      }),
    ],
  });
  return {
    ...fleet,
    server: backend.server,
    actions,
    auditor,
    auditEvent,
    policy,
    /** Lets what is remembered for a while be forgotten. */
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    /** Headers of a request of a user. */
    as: (user: string) => ({
      authorization: mockCredentials.user.header(`user:default/${user}`),
    }),
    credentialsOf: (user: string) =>
      mockCredentials.user(`user:default/${user}`),
    stop: async () => {
      stop.abort();
      await backend.stop();
    },
  };
}

function createTestPermissions(
  groups: Record<string, string[]>,
): PermissionsService {
  const decide = (
    permission: Permission,
    credentials: BackstageCredentials,
  ): PolicyDecision => {
    const { userEntityRef } = credentials.principal as {
      userEntityRef: string;
    };
    if (userEntityRef === PLATFORM) {
      return { result: AuthorizeResult.ALLOW };
    }
    const owners = groups[userEntityRef];
    if (!owners || permission.name.startsWith('denied')) {
      return { result: AuthorizeResult.DENY };
    }
    return permission.type === 'resource' &&
      permission.resourceType === RESOURCE_TYPE_FLEET_ITEM
      ? createFleetItemConditionalDecision(
          permission as typeof fleetItemReadPermission,
          fleetItemConditions.isOwner({ owners }),
        )
      : {
          result: isPermission(permission, fleetSourceReadPermission)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        };
  };
  const answer = async (
    requests: { permission: Permission }[],
    { credentials }: { credentials: BackstageCredentials },
  ) => requests.map(({ permission }) => decide(permission, credentials));
  return {
    authorize: answer as PermissionsService['authorize'],
    authorizeConditional: answer as PermissionsService['authorizeConditional'],
  };
}
