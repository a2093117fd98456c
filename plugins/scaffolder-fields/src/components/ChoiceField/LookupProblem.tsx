import { Alert, Button } from '@backstage/ui';
import { Choices } from '../../choices';

export interface LookupProblemProps {
  /** Of the field that cannot be filled. */
  label: string;
  problem: Extract<Choices, { outcome: 'failed' | 'not-allowed' }>;
  /** What to do about a failure. */
  advice?: string;
}

/** Says why there is nothing to choose from, and what can be done. */
export function LookupProblem(props: LookupProblemProps) {
  const { advice = 'Try again, or type what you know.', label } = props;
  const { outcome, reason, retry } = props.problem;
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title={
        outcome === 'not-allowed'
          ? 'You may not order clusters'
          : `${label}: it cannot be read what there is`
      }
      description={
        outcome === 'not-allowed'
          ? reason
          : `${reason.replace(/\.$/, '')}. ${advice}`
      }
      customActions={
        <Button
          variant="secondary"
          aria-label={`Try again: ${label}`}
          onPress={retry}
        >
          Try again
        </Button>
      }
    />
  );
}
