import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { VersionNotes } from '../VersionNotes';
import styles from './ClustersTable.module.css';

/** The version of a cluster, and whether it should be another one. */
export function VersionCell(props: { details: ClusterDetails }) {
  const { version } = props.details;
  const { t } = useTranslationRef(clustersTranslationRef);

  if (!version) {
    return (
      <Text as="span" color="secondary">
        {t('version.unknown')}
      </Text>
    );
  }
  return (
    <span className={styles.lines}>
      <span>{version}</span>
      <Text as="span" variant="body-small" color="secondary">
        <VersionNotes details={props.details} />
      </Text>
    </span>
  );
}
