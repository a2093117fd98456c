import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createSandboxAuthenticator } from './createSandboxAuthenticator';
import { readSandboxConfig } from './readSandboxConfig';

/**
 * Adds the provider `sandbox`: whoever reaches the backend may be any of the
 * people named in `auth.providers.sandbox.users`. It refuses to start on
 * anything but the loopback interface, and does nothing without that key.
 *
 * @public
 */
export const authModuleSandbox = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sandbox',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        const sandbox = readSandboxConfig(config);
        if (!sandbox) {
          return;
        }
        logger.info(
          `Sign-in without a password as ${sandbox.users
            .map(user => user.name)
            .join(', ')}, from this machine only`,
        );
        providers.registerProvider({
          providerId: 'sandbox',
          factory: createProxyAuthProviderFactory({
            authenticator: createSandboxAuthenticator(sandbox.users),
            signInResolver: ({ result: user }, context) =>
              context.signInWithCatalogUser({
                entityRef: { name: user.name },
              }),
          }),
        });
      },
    });
  },
});
