import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './ClustersTable.module.css';

/** The name of a cluster, its cloud, and where it is not known yet. */
export function NameCell(props: { details: ClusterDetails }) {
  const { cloud, name, lacks } = props.details;
  const { t } = useTranslationRef(clustersTranslationRef);

  return (
    <span className={styles.lines}>
      <span>{name}</span>
      {cloud && (
        <Text as="span" variant="body-small" color="secondary">
          {cloud}
        </Text>
      )}
      {lacks.map(place => (
        <Text key={place} as="span" variant="body-small" color="secondary">
          {t(`lacks.${place}`)}
        </Text>
      ))}
    </span>
  );
}
