import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { clusterTemplateSchema } from './schema';
import { ClusterTemplatePicker } from './ClusterTemplatePicker';

/** The field that templates name by `ui:field: ClusterTemplatePicker`. */
export const clusterTemplateField = createFormField({
  name: 'ClusterTemplatePicker',
  component: ClusterTemplatePicker,
  schema: clusterTemplateSchema,
});
