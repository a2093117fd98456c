import { Choice, findChoice, knownChoices, useChoices } from '../../choices';
import { readForm } from '../../form';
import { ChoiceField, choiceSchema } from '../ChoiceField';

/** The size of nodes, among what the cloud has. */
export function FlavorPicker(props: typeof choiceSchema.TProps) {
  const { formContext, formData, onChange, rawErrors, required, schema } =
    props;
  const form = readForm(formContext);
  const cloud = form.text('cloud');
  const template = form.text('clusterTemplate');
  const choices = useChoices({ resource: 'flavors', context: { cloud } });
  const templates = useChoices({
    resource: 'cluster-templates',
    context: { cloud: template && cloud },
  });
  const usual = findChoice(knownChoices(templates), template)?.flavor;
  return (
    <ChoiceField
      label={schema.title ?? 'Flavor'}
      description={schema.description}
      isRequired={required}
      rawErrors={rawErrors}
      value={formData}
      onChange={onChange}
      choices={choices}
      describe={describeFlavor}
      none={required ? undefined : describeUsual(template, usual)}
      waitsFor="a cloud"
      empty="The cloud has no flavors that this project may use."
    />
  );
}

function describeUsual(template?: string, usual?: string): string {
  const size = usual ? ` (${usual})` : '';
  return template ? `That of the template${size}` : 'That of the cluster';
}

function describeFlavor({ name, title }: Choice) {
  // "m1.small: 1 vCPU, 2 GB RAM, 20 GB disk"
  const facts = title.startsWith(`${name}: `)
    ? title.slice(`${name}: `.length)
    : undefined;
  return facts ? { label: name, description: facts } : {};
}
