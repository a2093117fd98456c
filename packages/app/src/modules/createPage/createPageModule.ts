import { createFrontendModule } from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';

// Who only creates services has no use for the tools that templates are
// written with. Their titles are short: five of them fit on a phone.
const forAuthors = {
  permissions: { $contains: 'scaffolder.template.management' },
};

/** The Create page with a tab for templates, one for tasks, and the rest for authors. */
export const createPageModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    // Our own fields are Backstage UI, and so should be those beside them.
    scaffolderPlugin.getExtension('sub-page:scaffolder/templates').override({
      factory: (originalFactory, { config }) =>
        originalFactory({ config: { ...config, enableBackstageUi: true } }),
    }),
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/actions')
      .override({ if: forAuthors }),
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/editor')
      .override({ if: forAuthors, params: { title: 'Editor' } }),
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/templating-extensions')
      .override({ if: forAuthors, params: { title: 'Extensions' } }),
  ],
});
