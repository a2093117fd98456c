import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  fleetItemReadPermission,
  fleetSourceReadPermission,
} from '@slipway/backstage-plugin-fleet-common';
import {
  fleetClustersExtensionPoint,
  fleetDirectoryServiceRef,
  fleetDomainsExtensionPoint,
  fleetRowSourcesExtensionPoint,
} from '@slipway/backstage-plugin-fleet-node';
import { registerActions } from './actions';
import { WatchedFleetDirectory } from './directory';
import { OperationRunner } from './operations';
import { fleetItemResourceRef, fleetItemRules } from './permissions';
import { Contributions, createFleet, eventLags } from './runtime';
import {
  AccessResolver,
  AuthorizedFleetView,
  createRouter,
  DefaultFleetView,
  EntityBinder,
  ObjectReader,
  registerMetrics,
} from './serve';

/**
 * Watches every cluster once, and serves what domains make of it.
 *
 * @public
 */
export const fleetPlugin = createBackendPlugin({
  pluginId: 'fleet',
  register(env) {
    const contributions = Contributions.create();
    env.registerExtensionPoint(fleetDomainsExtensionPoint, contributions);
    env.registerExtensionPoint(fleetClustersExtensionPoint, contributions);
    env.registerExtensionPoint(fleetRowSourcesExtensionPoint, contributions);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: fleetDirectoryServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { actionsRegistry, auditor, httpAuth, lifecycle } = deps;
        const now = () => new Date();
        const stopping = new AbortController();
        const { signal } = stopping;
        const operations = contributions.domains.flatMap(
          domain => domain.operations ?? [],
        );

        const fleet = await createFleet({ ...deps, contributions, now });
        const { runtime, registry, resources, store, watch } = fleet;
        const model = runtime.engine;
        deps.directory.fill(
          WatchedFleetDirectory.create({
            clusters: () => registry.clusters,
            reader: model.reader,
            resources: resources
              .filter(({ from }) => from === 'cluster')
              .map(({ id }) => id),
          }),
        );
        const inner = DefaultFleetView.create({
          model,
          resources,
          now,
          timeline: id => store.timeline(id),
          since: id => runtime.history.since(id),
        });
        deps.permissionsRegistry.addPermissions([fleetSourceReadPermission]);
        deps.permissionsRegistry.addResourceType({
          resourceRef: fleetItemResourceRef,
          permissions: [
            fleetItemReadPermission,
            ...operations.map(operation => operation.permission),
          ],
          rules: fleetItemRules,
          getResources: async ids => ids.map(id => inner.scopeOf(id)),
        });
        const metrics = registerMetrics({
          metrics: deps.metrics,
          view: inner,
          rowCount: () => model.rowCount,
        });
        runtime.subscribe(output => {
          inner.apply(output);
          eventLags(output, model.reader, now()).forEach(
            metrics.recordEventLag,
          );
        });

        const access = AccessResolver.create({
          permissions: deps.permissions,
          ruleset:
            deps.permissionsRegistry.getPermissionRuleset(fleetItemResourceRef),
          now,
        });
        const view = AuthorizedFleetView.create({
          inner,
          access,
          entities: EntityBinder.create({ catalog: deps.catalog, now }),
        });
        const clientsFor = (cluster: string) => ({
          reader: registry.reader(cluster),
          operator: registry.operator(cluster),
        });
        deps.httpRouter.use(
          await createRouter({
            view,
            objects: ObjectReader.create({
              view,
              kinds: resources,
              clientsFor,
              now,
            }),
            operations: OperationRunner.create({
              model,
              scopeOf: id => inner.scopeOf(id),
              access,
              operations,
              clientsFor,
              now,
              signal,
            }),
            httpAuth,
            auditor,
            now,
            signal,
            onRequest: metrics.onRequest,
          }),
        );
        registerActions({ actionsRegistry, auditor, view });

        // Begins and returns: a dead cluster must not hold up the start.
        lifecycle.addStartupHook(() => runtime.start(watch));
        lifecycle.addShutdownHook(async () => {
          stopping.abort();
          await runtime.stop();
        });
      },
    });
  },
});
