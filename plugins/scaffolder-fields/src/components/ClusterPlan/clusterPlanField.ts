import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { clusterPlanSchema } from './schema';
import { ClusterPlan } from './ClusterPlan';

/** The field that templates name by `ui:field: ClusterPlan`. */
export const clusterPlanField = createFormField({
  name: 'ClusterPlan',
  component: ClusterPlan,
  schema: clusterPlanSchema,
});
