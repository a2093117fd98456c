import { createFrontendModule } from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';

/** The documentation tab, where there is documentation. */
export const docsTabModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
    techdocsPlugin.getExtension('entity-content:techdocs').override({
      factory: originalFactory =>
        originalFactory({
          config: {
            title: 'Docs',
            filter: {
              'metadata.annotations.backstage.io/techdocs-ref': {
                $exists: true,
              },
            },
          },
        }),
    }),
  ],
});
