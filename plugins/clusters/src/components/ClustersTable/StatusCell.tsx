import { Text } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { StatusBadge } from '@slipway/backstage-plugin-fleet-react';
import styles from './ClustersTable.module.css';

/** How a cluster is, and why: what is wrong, or what Magnum is doing. */
export function StatusCell(props: { item: ServedItem<ClusterDetails> }) {
  const { status, finding, details } = props.item;

  return (
    <span className={styles.lines}>
      <StatusBadge
        status={status}
        time={status === 'at-risk' ? finding?.until : undefined}
      />
      {finding && (
        <>
          <Text as="span" variant="body-small" color="secondary">
            {finding.title}
          </Text>
          <q dir="auto" className={styles.says}>
            {finding.says}
          </q>
        </>
      )}
      {!finding && status === 'progressing' && details.phase && (
        <Text as="span" variant="body-small" color="secondary">
          {details.phase}
        </Text>
      )}
    </span>
  );
}
