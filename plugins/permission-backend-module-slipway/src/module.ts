import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readPlatformGroups } from './readPlatformGroups';
import { SlipwayPermissionPolicy } from './SlipwayPermissionPolicy';

/** Installs the permission policy of the platform. @public */
export const permissionModuleSlipway = createBackendModule({
  pluginId: 'permission',
  moduleId: 'slipway',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, policy, userInfo }) {
        policy.setPolicy(
          SlipwayPermissionPolicy.create({
            platformGroups: readPlatformGroups(config),
            userInfo,
          }),
        );
      },
    });
  },
});
