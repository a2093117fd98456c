import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import { OperationAnswer } from '@slipway/backstage-plugin-fleet-common';
import { useErrorWords } from '../../errors/useErrorWords';
import { fleetTranslationRef } from '../../translation';
import { CommandBlock } from '../CommandBlock';

/** What an operation would change and cost, or why it is not done. */
export function OperationPreview(props: {
  answer?: OperationAnswer;
  error?: Error;
}) {
  const { answer, error } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const wordsOf = useErrorWords();

  if (error) {
    return <Alert status="danger" icon title={wordsOf(error)} />;
  }
  if (!answer) {
    return <Text color="secondary">{t('remedy.asking')}</Text>;
  }
  if (answer.outcome === 'allowed') {
    return (
      <Flex direction="column" gap="2">
        <Text weight="bold">{t('remedy.effect')}</Text>
        <Text>{answer.effect}</Text>
        {answer.cost && (
          <>
            <Text weight="bold">{t('remedy.cost')}</Text>
            <Text>{answer.cost}</Text>
          </>
        )}
      </Flex>
    );
  }
  if (answer.outcome === 'command') {
    return (
      <Flex direction="column" gap="2">
        <Text>{answer.reason}</Text>
        <Text weight="bold">{t('remedy.byHand')}</Text>
        <CommandBlock command={answer.command} />
      </Flex>
    );
  }
  return (
    <Alert
      status="warning"
      icon
      title={answer.outcome === 'refused' ? answer.reason : answer.message}
    />
  );
}
