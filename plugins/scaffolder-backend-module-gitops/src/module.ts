import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { readEnvironments } from '@slipway/backstage-plugin-fleet-common';
import {
  OwnerAuthorizer,
  withPlainErrors,
} from '@slipway/backstage-plugin-fleet-node';
import { createDeliveryWaitAction } from './actions/deliveryWait';
import { createManifestApplyAction } from './actions/manifestApply';
import { createServiceCheckAction } from './actions/serviceCheck';
import { NameClaims } from './claims';
import { GithubClients, readPlatformRepository } from './repository';

/**
 * Scaffolder actions that write desired state into the platform repository.
 *
 * @public
 */
export const scaffolderModuleGitops = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'gitops',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        permissions: coreServices.permissions,
        userInfo: coreServices.userInfo,
      },
      async init({ actions, catalog, config, permissions, userInfo }) {
        const options = {
          authorizer: OwnerAuthorizer.create({ permissions, userInfo }),
          catalog,
          claims: NameClaims.create(),
          clients: GithubClients.create(ScmIntegrations.fromConfig(config)),
          environments: readEnvironments(config),
          imageRegistry:
            config.getOptionalString('slipway.imageRegistry') ?? 'ghcr.io',
          platform: readPlatformRepository(config),
        };
        actions.addActions(
          withPlainErrors(createServiceCheckAction(options)),
          withPlainErrors(createManifestApplyAction(options)),
          withPlainErrors(createDeliveryWaitAction(options)),
        );
      },
    });
  },
});
