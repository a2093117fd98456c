import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { choiceSchema } from '../ChoiceField';
import { StagePicker } from './StagePicker';

/** The field that templates name by `ui:field: StagePicker`. */
export const stageField = createFormField({
  name: 'StagePicker',
  component: StagePicker,
  schema: choiceSchema,
});
