import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { componentsSchema } from './schema';
import { ComponentsPicker } from './ComponentsPicker';

/** The field that templates name by `ui:field: ComponentsPicker`. */
export const componentsField = createFormField({
  name: 'ComponentsPicker',
  component: ComponentsPicker,
  schema: componentsSchema,
});
