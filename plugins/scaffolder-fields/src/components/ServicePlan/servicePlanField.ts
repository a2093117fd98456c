import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { servicePlanSchema } from './schema';
import { ServicePlan } from './ServicePlan';

/** The field that templates name by `ui:field: ServicePlan`. */
export const servicePlanField = createFormField({
  name: 'ServicePlan',
  component: ServicePlan,
  schema: servicePlanSchema,
});
