import { createFrontendModule } from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';

const documented = {
  'metadata.annotations.backstage.io/techdocs-ref': { $exists: true },
};

/** The documentation tab, where there is documentation. */
export const docsTabModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
    techdocsPlugin.getExtension('entity-content:techdocs').override({
      factory: (originalFactory, { config }) =>
        originalFactory({
          config: {
            ...config,
            title: config.title ?? 'Docs',
            filter: config.filter ?? documented,
          },
        }),
    }),
  ],
});
