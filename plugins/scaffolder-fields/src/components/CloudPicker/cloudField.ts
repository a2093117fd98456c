import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { choiceSchema } from '../ChoiceField';
import { CloudPicker } from './CloudPicker';

/** The field that templates name by `ui:field: CloudPicker`. */
export const cloudField = createFormField({
  name: 'CloudPicker',
  component: CloudPicker,
  schema: choiceSchema,
});
