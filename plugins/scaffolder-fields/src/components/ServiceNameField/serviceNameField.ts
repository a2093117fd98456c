import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { serviceNameSchema } from './schema';
import { ServiceNameField } from './ServiceNameField';

/** The field that templates name by `ui:field: ServiceName`. */
export const serviceNameField = createFormField({
  name: 'ServiceName',
  component: ServiceNameField,
  schema: serviceNameSchema,
});
