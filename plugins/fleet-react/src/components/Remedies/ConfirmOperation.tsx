import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { OperationAnswer } from '@slipway/backstage-plugin-fleet-common';
import { useEffect, useState } from 'react';
import { fleetTranslationRef } from '../../translation';
import { OperationPreview } from './OperationPreview';

/** Says what an operation would change and cost, and asks whether to do it. */
export function ConfirmOperation(props: {
  title: string;
  ask: (signal: AbortSignal) => Promise<OperationAnswer>;
  onAnswer: (isConfirmed: boolean) => void;
}) {
  const { title, ask, onAnswer } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const [answer, setAnswer] = useState<OperationAnswer>();
  const [error, setError] = useState<Error>();

  useEffect(() => {
    const request = new AbortController();
    ask(request.signal).then(setAnswer, (reason: Error) => {
      if (!request.signal.aborted) {
        setError(reason);
      }
    });
    return () => request.abort();
    // Asked once, when the dialog opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const isAllowed = answer?.outcome === 'allowed';
  return (
    <Dialog
      isOpen
      width={480}
      onOpenChange={isOpen => {
        if (!isOpen) {
          onAnswer(false);
        }
      }}
    >
      <DialogHeader>{t('remedy.confirmTitle', { title })}</DialogHeader>
      <DialogBody aria-live="polite">
        <OperationPreview answer={answer} error={error} />
      </DialogBody>
      <DialogFooter>
        {isAllowed && <Button onPress={() => onAnswer(true)}>{title}</Button>}
        <Button variant="secondary" onPress={() => onAnswer(false)}>
          {t(answer && !isAllowed ? 'remedy.close' : 'remedy.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
