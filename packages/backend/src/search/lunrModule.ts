import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { EmptyableLunrSearchEngine } from './EmptyableLunrSearchEngine';

/** Searches in memory where there is no PostgreSQL. */
export const lunrModule = createBackendModule({
  pluginId: 'search',
  moduleId: 'lunr',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        registry: searchEngineRegistryExtensionPoint,
      },
      async init({ config, logger, registry }) {
        if (config.getString('backend.database.client') !== 'pg') {
          registry.setSearchEngine(new EmptyableLunrSearchEngine({ logger }));
        }
      },
    });
  },
});
