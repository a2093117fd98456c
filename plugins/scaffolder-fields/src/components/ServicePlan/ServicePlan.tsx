import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Box, Text } from '@backstage/ui';
import { useEffect } from 'react';
import { planService } from './planService';
import { readPlannedEnvironments } from './readPlannedEnvironments';
import { servicePlanSchema } from './schema';

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

/**
 * Lists what will be made. The list is the value of the field too, because the
 * review that comes last shows values and nothing else.
 */
export function ServicePlan(props: typeof servicePlanSchema.TProps) {
  const { formContext, formData, onChange, schema } = props;
  const form: Record<string, unknown> = formContext?.formData ?? {};
  const lines = planService({
    name: textOf(form.name),
    owner: textOf(form.owner),
    repoUrl: textOf(form.repoUrl),
    environments: readPlannedEnvironments(useApi(configApiRef)),
  });
  const isCurrent = JSON.stringify(lines) === JSON.stringify(formData);

  useEffect(() => {
    if (!isCurrent) {
      onChange(lines);
    }
  });

  return (
    <Box>
      <Text as="h3" variant="title-x-small">
        {schema.title}
      </Text>
      <ul>
        {lines.map(line => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
    </Box>
  );
}
