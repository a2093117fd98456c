import { Text } from '@backstage/ui';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { CommandBlock } from '../CommandBlock';
import styles from './Remedies.module.css';

/** A command that somebody with access can run. */
export function CommandRemedy(props: {
  remedy: Extract<Remedy, { kind: 'command' }>;
}) {
  const { title, effect, command } = props.remedy;

  return (
    <div className={styles.command}>
      <Text weight="bold">{title}</Text>
      <Text color="secondary">{effect}</Text>
      <CommandBlock command={command} />
    </div>
  );
}
