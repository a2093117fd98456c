import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { choiceSchema } from '../ChoiceField';
import { FlavorPicker } from './FlavorPicker';

/** The field that templates name by `ui:field: FlavorPicker`. */
export const flavorField = createFormField({
  name: 'FlavorPicker',
  component: FlavorPicker,
  schema: choiceSchema,
});
