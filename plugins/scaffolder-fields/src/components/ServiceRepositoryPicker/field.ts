import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { parseRepositoryUrl, whyNotRepositoryName } from '../../repositoryUrl';
import { ServiceRepositoryPicker } from './ServiceRepositoryPicker';

const schema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      allowedOwners: z
        .array(z.string())
        .optional()
        .describe('Organisations to choose from; the first is the default'),
      nameFrom: z
        .string()
        .optional()
        .describe('The field whose value is the default name. Default: name'),
    }),
});

/** What a template may write below `ui:options`. */
export type ServiceRepositoryPickerOptions = NonNullable<
  (typeof schema.TProps.uiSchema)['ui:options']
>;

/** `ui:field: ServiceRepositoryPicker` */
export const serviceRepositoryPickerField = createFormField({
  name: 'ServiceRepositoryPicker',
  component: ServiceRepositoryPicker,
  schema,
  validation: (value, validation) => {
    const problem = whyNotRepositoryName(parseRepositoryUrl(value).repo ?? '');
    if (problem) {
      validation.addError(problem);
    }
  },
});
