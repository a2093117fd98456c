import { Checkbox, CheckboxGroup, Flex, Text } from '@backstage/ui';
import { componentsSchema } from './schema';

/** What of the platform shall run on a cluster. */
export function ComponentsPicker(props: typeof componentsSchema.TProps) {
  const { formData = [], onChange, required, schema, uiSchema } = props;
  const offered = uiSchema?.['ui:options']?.components ?? [];
  const names = offered.map(({ name }) => name);
  return (
    <CheckboxGroup
      label={schema.title ?? 'Components'}
      description={schema.description}
      isRequired={required}
      value={formData}
      // In the order of the template, so that the same choice is the same value.
      onChange={chosen => onChange(names.filter(name => chosen.includes(name)))}
    >
      {offered.map(({ name, title, description }) => (
        <Checkbox key={name} value={name}>
          <Flex direction="column" gap="0">
            <span>{title ?? name}</span>
            {description && (
              <Text variant="body-small" color="secondary">
                {description}
              </Text>
            )}
          </Flex>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
