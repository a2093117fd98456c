import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { useErrorWords } from '../../errors/useErrorWords';
import { fleetTranslationRef } from '../../translation';

/**
 * What {@link ErrorState} says.
 *
 * @public
 */
export interface ErrorStateProps {
  /** Its message is shown as it is. */
  error: Error;
  /** Asks again. */
  onRetry: () => void;
  /** What was known before is shown below. */
  isDated?: boolean;
}

/**
 * Says why something cannot be shown, or not as it is now.
 *
 * @public
 */
export function ErrorState(props: ErrorStateProps) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const wordsOf = useErrorWords();

  return (
    <Alert
      role="alert"
      status={props.isDated ? 'warning' : 'danger'}
      icon
      title={t(props.isDated ? 'states.outdated' : 'states.failed')}
      description={wordsOf(props.error)}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('states.retry')}
        </Button>
      }
    />
  );
}
