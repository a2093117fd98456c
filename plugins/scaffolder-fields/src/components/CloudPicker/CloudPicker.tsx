import { knownChoices, useChoices } from '../../choices';
import { ChoiceField, choiceSchema } from '../ChoiceField';

/** One of the clouds where clusters may be made; the only one by itself. */
export function CloudPicker(props: typeof choiceSchema.TProps) {
  const { formData, onChange, rawErrors, required, schema } = props;
  const choices = useChoices({ resource: 'clouds', context: {} });
  const [first, ...others] = knownChoices(choices);
  return (
    <ChoiceField
      label={schema.title ?? 'Cloud'}
      description={schema.description}
      isRequired={required}
      rawErrors={rawErrors}
      value={formData}
      onChange={onChange}
      choices={choices}
      preselected={others.length === 0 ? first?.id : undefined}
      empty="No cloud is configured where clusters may be made. Clouds are listed in magnum.clouds of the app's configuration."
    />
  );
}
