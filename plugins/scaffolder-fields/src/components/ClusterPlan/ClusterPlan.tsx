import { Alert, Flex, Text } from '@backstage/ui';
import { useEffect, useId } from 'react';
import { readForm } from '../../form';
import { LookupProblem } from '../ChoiceField/LookupProblem';
import { PlanTable } from './PlanTable';
import { QuotaTable } from './QuotaTable';
import { clusterPlanSchema } from './schema';
import { toPlanLines } from './toPlanLines';
import { usePlan } from './usePlan';

/**
 * What an order makes, before it is given. The plan is the value of the field
 * too, because the review that comes last shows values and nothing else.
 */
export function ClusterPlan(props: typeof clusterPlanSchema.TProps) {
  const { formContext, formData, onChange, schema } = props;
  const titleId = useId();
  const { plan, answers } = usePlan(readForm(formContext));
  const lines = plan ? toPlanLines(plan) : [];
  const isCurrent = JSON.stringify(lines) === JSON.stringify(formData);
  const over = plan?.quota.filter(({ isOver }) => isOver) ?? [];

  useEffect(() => {
    if (!isCurrent) {
      onChange(lines);
    }
  });

  return (
    <Flex direction="column" gap="4">
      <Text as="h3" id={titleId} variant="title-x-small">
        {schema.title ?? 'What will be made'}
      </Text>
      {plan ? (
        <PlanTable labelledBy={titleId} facts={plan.facts} />
      ) : (
        <Text color="secondary">
          The plan appears when name, owner, cloud and version are chosen.
        </Text>
      )}
      {plan && plan.quota.length > 0 && <QuotaTable lines={plan.quota} />}
      {over.length > 0 && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={`The quota has no room: ${over
            .map(({ what, after, limit }) => `${what} ${after} of ${limit}`)
            .join(', ')}`}
          description="The order would be refused before anything is made. Choose fewer or smaller nodes, or ask for a larger quota."
        />
      )}
      {plan && plan.untold.length > 0 && (
        <Text color="secondary">
          {`The cloud does not tell: ${plan.untold.join(', ')}`}
        </Text>
      )}
      {answers.outcome === 'loading' && (
        <Text role="status" color="secondary">
          Asking the cloud what it takes …
        </Text>
      )}
      {(answers.outcome === 'failed' || answers.outcome === 'not-allowed') && (
        <LookupProblem
          label="Plan"
          problem={answers}
          advice="The order is checked before anything is made, so it can be given without."
        />
      )}
    </Flex>
  );
}
