import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderAutocompleteExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { Clouds } from '@slipway/backstage-plugin-openstack-node';
import { createActions } from './actions/createActions';
import { createAutocompleteHandler } from './autocomplete';
import { Turns } from './creation';
import { ClusterWatches } from './watch';

/**
 * Scaffolder actions for Kubernetes clusters on OpenStack Magnum, and the
 * choices of forms that order them.
 *
 * @public
 */
export const scaffolderModuleMagnum = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'magnum',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        autocomplete: scaffolderAutocompleteExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        permissions: coreServices.permissions,
        userInfo: coreServices.userInfo,
      },
      async init({
        actions,
        auth,
        autocomplete,
        config,
        events,
        lifecycle,
        permissions,
        userInfo,
      }) {
        const clouds = Clouds.fromConfig(config);
        lifecycle.addShutdownHook(() => clouds.close());
        actions.addActions(
          ...createActions({
            authorizer: OwnerAuthorizer.create({ permissions, userInfo }),
            clouds,
            events,
            watches: ClusterWatches.create(),
            turns: Turns.create(),
            configured: (
              config.getOptionalConfigArray('fleet.clusters') ?? []
            ).map(cluster => cluster.getString('name')),
          }),
        );
        autocomplete.addAutocompleteProvider({
          id: 'magnum',
          handler: createAutocompleteHandler({ auth, clouds, permissions }),
        });
      },
    });
  },
});
