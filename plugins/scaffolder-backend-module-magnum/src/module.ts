import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderAutocompleteExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import {
  OwnerAuthorizer,
  withPlainErrors,
} from '@slipway/backstage-plugin-fleet-node';
import { Clouds } from '@slipway/backstage-plugin-openstack-node';
import { createClusterCreateAction } from './actions/clusterCreate';
import { createClusterDeleteAction } from './actions/clusterDelete';
import { createClusterResizeAction } from './actions/clusterResize';
import { createClusterTemplateEnsureAction } from './actions/clusterTemplateEnsure';
import { createClusterUpgradeAction } from './actions/clusterUpgrade';
import { createClusterWaitAction } from './actions/clusterWait';
import { createNodegroupDeleteAction } from './actions/nodegroupDelete';
import { createNodegroupEnsureAction } from './actions/nodegroupEnsure';
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
        const options = {
          authorizer: OwnerAuthorizer.create({ permissions, userInfo }),
          clouds,
          events,
          watches: ClusterWatches.create(),
          turns: Turns.create(),
        };
        actions.addActions(
          withPlainErrors(createClusterCreateAction(options)),
          withPlainErrors(createClusterDeleteAction(options)),
          withPlainErrors(createClusterResizeAction(options)),
          withPlainErrors(createClusterTemplateEnsureAction(options)),
          withPlainErrors(createClusterUpgradeAction(options)),
          withPlainErrors(createClusterWaitAction(options)),
          withPlainErrors(createNodegroupDeleteAction(options)),
          withPlainErrors(createNodegroupEnsureAction(options)),
        );
        autocomplete.addAutocompleteProvider({
          id: 'magnum',
          handler: createAutocompleteHandler({ auth, clouds, permissions }),
        });
      },
    });
  },
});
