import { Text } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { StatusBadge } from '@slipway/backstage-plugin-fleet-react';
import styles from './CertificatesTable.module.css';

/** How a certificate is, and why in a few words. */
export function StatusCell(props: { item: ServedItem<CertificateDetails> }) {
  const { status, finding } = props.item;

  return (
    <span className={styles.lines}>
      <StatusBadge
        status={status}
        time={status === 'at-risk' ? finding?.until : undefined}
      />
      {finding && (
        <Text as="span" variant="body-small" color="secondary">
          {finding.title}
        </Text>
      )}
    </span>
  );
}
