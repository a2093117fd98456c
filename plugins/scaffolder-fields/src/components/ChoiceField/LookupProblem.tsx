import { Alert, Button } from '@backstage/ui';
import { Choices } from '../../choices';

export interface LookupProblemProps {
  /** Of the field that cannot be filled. */
  label: string;
  problem: Extract<Choices, { outcome: 'failed' | 'not-allowed' }>;
}

/** Says why there is nothing to choose from, and what can be done. */
export function LookupProblem({ label, problem }: LookupProblemProps) {
  const { outcome, reason, retry } = problem;
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title={
        outcome === 'not-allowed'
          ? `${label}: you may not order clusters`
          : `${label}: the cloud does not say what there is`
      }
      description={
        outcome === 'not-allowed'
          ? reason
          : `${reason}. Try again, or type what you know.`
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
