import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { nodeCountSchema } from './schema';
import { NodeCountField } from './NodeCountField';

/** The field that templates name by `ui:field: NodeCountField`. */
export const nodeCountField = createFormField({
  name: 'NodeCountField',
  component: NodeCountField,
  schema: nodeCountSchema,
});
