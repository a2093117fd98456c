import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { certificatesTranslationRef } from '../../translation';
import styles from './CertificatesTable.module.css';

/** The first of the names, and how many there are beside it. */
export function HostsCell(props: { names: string[] }) {
  const { t } = useTranslationRef(certificatesTranslationRef);
  const [first, ...others] = props.names;

  return (
    <span className={styles.lines} title={props.names.join(', ')}>
      <span className={styles.host}>{first}</span>
      {others.length > 0 && (
        <Text as="span" variant="body-small" color="secondary">
          {t('list.more', { count: others.length })}
        </Text>
      )}
    </span>
  );
}
