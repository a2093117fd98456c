import { Alert, Button, Flex, TextField } from '@backstage/ui';
import { useEffect } from 'react';
import { useKnownClusters } from '../../fleet';
import { isInvalid, readForm } from '../../form';
import { describeZoneProblem } from './describeZoneProblem';
import { zoneSchema } from './schema';
import { usualSuffix } from './usualSuffix';

/** Below which names services of the cluster are reached; proposes its name. */
export function ZoneField(props: typeof zoneSchema.TProps) {
  const { formContext, formData, onChange, rawErrors, required, schema } =
    props;
  const clusters = useKnownClusters();
  const name = readForm(formContext).text('name');
  const suffix =
    props.uiSchema?.['ui:options']?.suffix ??
    usualSuffix(clusters.flatMap(({ zone }) => zone ?? []));
  const proposed = name && suffix ? `${name}.${suffix}` : undefined;
  const other = clusters.find(({ zone }) => zone && zone === formData);
  const problem = describeZoneProblem(formData ?? '');

  useEffect(() => {
    // A field that was emptied by hand has an empty text.
    if (formData === undefined && proposed) {
      onChange(proposed);
    }
  });

  return (
    <Flex direction="column" gap="2">
      <TextField
        label={schema.title ?? 'DNS zone'}
        description={schema.description}
        isRequired={required}
        placeholder={proposed}
        autoComplete="off"
        value={formData ?? ''}
        onChange={onChange}
        isInvalid={isInvalid({ rawErrors, problem })}
        validationBehavior="aria"
        validate={() => problem}
      />
      {proposed && formData !== undefined && formData !== proposed && (
        <Button
          variant="secondary"
          style={{ alignSelf: 'flex-start' }}
          onPress={() => onChange(proposed)}
        >
          {`Use ${proposed}`}
        </Button>
      )}
      {formData === '' && (
        <Alert
          status="info"
          icon
          role="status"
          title="Without a zone no service on it gets a hostname."
        />
      )}
      {other && (
        <Alert
          status="warning"
          icon
          role="status"
          title={`The cluster ${other.name} serves ${formData} already; only one of them can be reached there.`}
        />
      )}
    </Flex>
  );
}
