import { createFrontendModule } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';

// Most services have none of these relations, and three empty tables would
// push what is there off the screen.
const relation = (type: string, prefix: string) => ({
  kind: 'component',
  relations: {
    $contains: { type, targetRef: { $hasPrefix: prefix } },
  },
});

/** Cards of the entity page that appear only when they have something to say. */
export const entityPageModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    catalogPlugin
      .getExtension('entity-card:catalog/depends-on-components')
      .override({ params: { filter: relation('dependsOn', 'component:') } }),
    catalogPlugin
      .getExtension('entity-card:catalog/depends-on-resources')
      .override({ params: { filter: relation('dependsOn', 'resource:') } }),
    catalogPlugin
      .getExtension('entity-card:catalog/has-subcomponents')
      .override({ params: { filter: relation('hasPart', 'component:') } }),
  ],
});
