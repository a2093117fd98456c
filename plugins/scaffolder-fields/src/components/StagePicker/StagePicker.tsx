import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Flex, Select, TextField } from '@backstage/ui';
import { useState } from 'react';
import { useKnownClusters } from '../../fleet';
import { isInvalid, readForm } from '../../form';
import { choiceSchema } from '../ChoiceField';
import { describeStageProblem } from './describeStageProblem';
import { readStages } from './readStages';
import { StageNotes } from './StageNotes';

/** No stage is called like this. */
const OTHER = '\u0000other';

/** What environments select the cluster by, and so what runs there. */
export function StagePicker(props: typeof choiceSchema.TProps) {
  const { formContext, formData, onChange, rawErrors, required, schema } =
    props;
  const stages = readStages(useApi(configApiRef));
  const stage = stages.find(({ name }) => name === formData);
  const ownName = readForm(formContext).text('name');
  const others = useKnownClusters().filter(cluster => cluster.name !== ownName);
  const [isOther, setIsOther] = useState(formData !== undefined && !stage);
  const isTyped = isOther || stages.length === 0;
  const problem = describeStageProblem(formData ?? '');
  const label = schema.title ?? 'Stage';
  const common = {
    isRequired: required,
    isInvalid: isInvalid({ rawErrors, problem }),
    // A field that the browser holds for invalid would keep the form from
    // looking again.
    validationBehavior: 'aria',
  } as const;

  return (
    <Flex direction="column" gap="2">
      {stages.length > 0 && (
        <Select
          {...common}
          label={label}
          description={schema.description}
          placeholder="Choose one"
          options={[
            ...stages.map(({ name, environments }) => ({
              id: name,
              label: name,
              description: describe(environments),
            })),
            {
              id: OTHER,
              label: 'Another one',
              description: 'No environment of today runs there',
            },
          ]}
          value={isOther ? OTHER : stage?.name ?? null}
          onChange={key => {
            setIsOther(key === OTHER);
            onChange(key === OTHER ? undefined : String(key));
          }}
        />
      )}
      {isTyped && (
        <TextField
          {...common}
          label={stages.length > 0 ? 'Name of the stage' : label}
          description={stages.length > 0 ? undefined : schema.description}
          value={formData ?? ''}
          onChange={text => onChange(text || undefined)}
          validate={() => problem}
        />
      )}
      <StageNotes
        name={formData}
        environments={stage?.environments ?? []}
        holders={others.filter(other => formData && other.stage === formData)}
      />
    </Flex>
  );
}

function describe(environments: string[]): string {
  return environments.length === 1
    ? `The environment ${environments[0]} runs there`
    : `The environments ${environments.join(', ')} run there`;
}
