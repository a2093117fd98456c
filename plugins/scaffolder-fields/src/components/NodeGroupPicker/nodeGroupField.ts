import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { choiceSchema } from '../ChoiceField';
import { NodeGroupPicker } from './NodeGroupPicker';

/** The field that templates name by `ui:field: NodeGroupPicker`. */
export const nodeGroupField = createFormField({
  name: 'NodeGroupPicker',
  component: NodeGroupPicker,
  schema: choiceSchema,
});
