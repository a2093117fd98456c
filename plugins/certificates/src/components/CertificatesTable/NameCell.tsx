import { Text } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import styles from './CertificatesTable.module.css';

/** The name of a certificate, and where it is. */
export function NameCell(props: { item: ServedItem<CertificateDetails> }) {
  const { name, namespace } = props.item.ref;

  return (
    <span className={styles.lines}>
      <span className={styles.name}>{name}</span>
      <Text as="span" variant="body-small" color="secondary">
        {namespace}
      </Text>
    </span>
  );
}
