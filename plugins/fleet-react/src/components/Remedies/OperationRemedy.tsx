import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { useId, useState } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './Remedies.module.css';
import { useOperation } from './useOperation';

/** A button that asks before it does something, or says why it is off. */
export function OperationRemedy(props: {
  item: string;
  remedy: Extract<Remedy, { kind: 'operation' }>;
}) {
  const { item, remedy } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const describedBy = useId();
  const [isRunning, setRunning] = useState(false);
  const start = useOperation({
    item,
    operation: remedy.operation,
    title: remedy.title,
  });

  return (
    <div className={styles.remedy}>
      <Button
        size="small"
        isDisabled={remedy.refused !== undefined}
        isPending={isRunning}
        aria-describedby={describedBy}
        onPress={() => {
          setRunning(true);
          start().finally(() => setRunning(false));
        }}
      >
        {remedy.title}
      </Button>
      <Text id={describedBy} className={styles.effect}>
        {remedy.refused === undefined
          ? remedy.effect
          : t('remedy.off', { reason: remedy.refused })}
      </Text>
    </div>
  );
}
