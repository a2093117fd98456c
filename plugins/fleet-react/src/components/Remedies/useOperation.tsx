import {
  dialogApiRef,
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useFleetApi } from '../../api';
import { useErrorWords } from '../../errors/useErrorWords';
import { fleetTranslationRef } from '../../translation';
import { ConfirmOperation } from './ConfirmOperation';

const TOAST_MS = 8_000;

/**
 * What {@link useOperation} does.
 *
 * @public
 */
export interface OperationOptions {
  /** Id of the item. */
  item: string;
  /** Id of the operation, of the item's domain. */
  operation: string;
  /** What the button says. */
  title: string;
}

/**
 * Starts an operation: asks what it would change and cost, has that confirmed,
 * does it and says what came of it. What follows comes back with the item.
 *
 * @public
 */
export function useOperation(options: OperationOptions): () => Promise<void> {
  const { item, operation, title } = options;
  const api = useFleetApi();
  const dialogs = useApi(dialogApiRef);
  const toasts = useApi(toastApiRef);
  const { t } = useTranslationRef(fleetTranslationRef);
  const wordsOf = useErrorWords();

  return async () => {
    const isConfirmed = await dialogs
      .open<boolean>(({ dialog }) => (
        <ConfirmOperation
          title={title}
          ask={signal =>
            api.runOperation({ item, operation, dryRun: true }, { signal })
          }
          onAnswer={dialog.close}
        />
      ))
      .result();
    if (!isConfirmed) {
      return;
    }
    try {
      const answer = await api.runOperation({ item, operation });
      if (answer.outcome === 'done') {
        toasts.post({
          title: t('remedy.done', { title }),
          description: answer.message,
          status: 'success',
          timeout: TOAST_MS,
        });
      } else {
        toasts.post({
          title: t('remedy.refused', { title }),
          description: 'reason' in answer ? answer.reason : undefined,
          status: 'warning',
        });
      }
    } catch (error) {
      toasts.post({
        title: t('remedy.failed', { title }),
        description: wordsOf(error),
        status: 'danger',
      });
    }
  };
}
