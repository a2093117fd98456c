import { TextField } from '@backstage/ui';
import { describeNameProblem } from './describeNameProblem';
import { serviceNameSchema } from './schema';

/** The name of a service; says while one types what is wrong with it. */
export function ServiceNameField(props: typeof serviceNameSchema.TProps) {
  const {
    formData = '',
    onChange,
    rawErrors,
    required,
    schema,
    uiSchema,
  } = props;
  const touched = formData !== '';
  return (
    <TextField
      label={schema.title ?? 'Name'}
      description={schema.description}
      isRequired={required}
      placeholder={uiSchema?.['ui:placeholder']}
      value={formData}
      onChange={value => onChange(value === '' ? undefined : value)}
      isInvalid={!touched && rawErrors?.length ? true : undefined}
      // A field that the browser holds for invalid would keep the form from
      // looking again.
      validationBehavior="aria"
      validate={() => (touched ? describeNameProblem(formData) : undefined)}
    />
  );
}
