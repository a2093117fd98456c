import { Flex, Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import { knownChoices, useChoices } from '../../choices';
import { isInvalid, readForm } from '../../form';
import { describeCountProblem } from './describeCountProblem';
import { describeGroup } from './describeGroup';
import { nodeCountSchema } from './schema';

const format = (count: number | undefined) =>
  count === undefined ? '' : String(count);

/** How many nodes there shall be; knows the group of nodes that it is for. */
export function NodeCountField(props: typeof nodeCountSchema.TProps) {
  const { formContext, formData, onChange, rawErrors, required, schema } =
    props;
  // What was typed is shown as long as it is not a number.
  const [typed, setTyped] = useState<string>();
  const text = typed ?? format(formData);
  const problem = describeCountProblem(text, schema);

  const form = readForm(formContext);
  const groups = knownChoices(
    useChoices({
      resource: 'node-groups',
      context: { cloud: form.text('cloud'), cluster: form.text('cluster') },
    }),
  );
  const wanted = form.text('nodeGroup');
  const mayBeDefault = props.uiSchema?.['ui:options']?.defaultGroup;
  const group = groups.find(({ id, role, default: isDefault }) =>
    wanted
      ? id === wanted
      : mayBeDefault && isDefault === 'true' && role !== 'master',
  );
  const notes = describeGroup(group, formData);

  return (
    <Flex direction="column" gap="2">
      <TextField
        label={schema.title ?? 'Nodes'}
        description={schema.description}
        isRequired={required}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={value => {
          const isNumber = /^\d{1,9}$/.test(value);
          setTyped(isNumber ? undefined : value);
          onChange(isNumber ? Number(value) : undefined);
        }}
        isInvalid={isInvalid({ rawErrors, problem })}
        // A field that the browser holds for invalid would keep the form from
        // looking again.
        validationBehavior="aria"
        validate={() => problem}
      />
      {notes.length > 0 && (
        <Text role="status" variant="body-small" color="secondary">
          {notes.join(' ')}
        </Text>
      )}
    </Flex>
  );
}
