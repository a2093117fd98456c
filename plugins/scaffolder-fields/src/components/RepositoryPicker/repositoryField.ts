import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { RepositoryPicker } from './RepositoryPicker';
import { repositorySchema } from './schema';
import { validateRepository } from './validateRepository';

/** The field that templates name by `ui:field: RepositoryPicker`. */
export const repositoryField = createFormField({
  name: 'RepositoryPicker',
  component: RepositoryPicker,
  schema: repositorySchema,
  validation: validateRepository,
});
