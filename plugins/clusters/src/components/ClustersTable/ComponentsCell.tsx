import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { clustersTranslationRef } from '../../translation';
import styles from './ClustersTable.module.css';

const SHOWN = 2;

/** The first components of a cluster, and how many there are beside them. */
export function ComponentsCell(props: { names: string[] }) {
  const { names } = props;
  const { t } = useTranslationRef(clustersTranslationRef);

  return (
    <span className={styles.lines} title={names.join(', ')}>
      {names.slice(0, SHOWN).map(name => (
        <Text key={name} as="span" variant="body-small">
          {name}
        </Text>
      ))}
      {names.length > SHOWN && (
        <Text as="span" variant="body-small" color="secondary">
          {t('list.more', { count: names.length - SHOWN })}
        </Text>
      )}
    </span>
  );
}
