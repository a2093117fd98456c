import { createFrontendModule } from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';

// Who only creates services has no use for the tools that templates are
// written with.
const forAuthors = {
  permissions: { $contains: 'scaffolder.template.management' },
};

/** The Create page with a tab for templates, one for tasks, and the rest for authors. */
export const createPageModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/actions')
      .override({ if: forAuthors }),
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/editor')
      .override({ if: forAuthors }),
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/templating-extensions')
      .override({ if: forAuthors }),
  ],
});
