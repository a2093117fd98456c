import { Choices, useChoices } from '../../choices';
import { readForm } from '../../form';
import { ChoiceField, choiceSchema } from '../ChoiceField';

/** A group of worker nodes of the form's cluster. */
export function NodeGroupPicker(props: typeof choiceSchema.TProps) {
  const { formContext, formData, onChange, rawErrors, required, schema } =
    props;
  const form = readForm(formContext);
  const choices = useChoices({
    resource: 'node-groups',
    context: { cloud: form.text('cloud'), cluster: form.text('cluster') },
  });
  return (
    <ChoiceField
      label={schema.title ?? 'Node group'}
      description={schema.description}
      isRequired={required}
      rawErrors={rawErrors}
      value={formData}
      onChange={onChange}
      choices={withoutControlPlane(choices)}
      none={required ? undefined : 'The group that was made with the cluster'}
      waitsFor="a cloud and a cluster"
      empty="The cluster has no groups of worker nodes."
    />
  );
}

/** Of which Magnum does not change the number. */
function withoutControlPlane(choices: Choices): Choices {
  return choices.outcome === 'known'
    ? {
        ...choices,
        choices: choices.choices.filter(({ role }) => role !== 'master'),
      }
    : choices;
}
