import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { readEnvironments } from '@slipway/backstage-plugin-fleet-common';
import {
  OwnerAuthorizer,
  withPlainErrors,
} from '@slipway/backstage-plugin-fleet-node';
import {
  Clouds,
  createClusterAdmin,
} from '@slipway/backstage-plugin-openstack-node';
import { createApplicationApplyAction } from './actions/applicationApply';
import { createApplicationDeleteAction } from './actions/applicationDelete';
import { createApplicationSyncAction } from './actions/applicationSync';
import { createApplicationWaitAction } from './actions/applicationWait';
import { createClusterRegisterAction } from './actions/clusterRegister';
import { createClusterUnregisterAction } from './actions/clusterUnregister';
import { createEnvironmentResolveAction } from './actions/environmentResolve';
import { createProjectApplyAction } from './actions/projectApply';
import { createRepositoryEnsureAction } from './actions/repositoryEnsure';
import { readIngressAccess } from './environments';
import { Hubs, readHubs } from './hubs';
import { RepositoryCredentials } from './repositories';

/**
 * Scaffolder actions for Argo CD.
 *
 * @public
 */
export const scaffolderModuleArgocd = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        permissions: coreServices.permissions,
        userInfo: coreServices.userInfo,
      },
      async init({ actions, config, permissions, userInfo }) {
        const options = {
          authorizer: OwnerAuthorizer.create({ permissions, userInfo }),
          clouds: Clouds.fromConfig(config),
          createAdmin: createClusterAdmin,
          credentials: RepositoryCredentials.fromConfig(config),
          environments: readEnvironments(config),
          hubs: Hubs.create(readHubs(config)),
          ingress: readIngressAccess(config),
          platformUrl: config.getOptionalString(
            'slipway.platformRepository.url',
          ),
        };
        actions.addActions(
          withPlainErrors(createEnvironmentResolveAction(options)),
          withPlainErrors(createRepositoryEnsureAction(options)),
          withPlainErrors(createApplicationApplyAction(options)),
          withPlainErrors(createApplicationDeleteAction(options)),
          withPlainErrors(createApplicationSyncAction(options)),
          withPlainErrors(createApplicationWaitAction(options)),
          withPlainErrors(createClusterRegisterAction(options)),
          withPlainErrors(createClusterUnregisterAction(options)),
          withPlainErrors(createProjectApplyAction(options)),
        );
      },
    });
  },
});
