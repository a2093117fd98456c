import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex, Link } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import {
  ErrorState,
  FactList,
  FreshnessChip,
  isNotFound,
  LoadingState,
  StatusBadge,
  useFleetItem,
} from '@slipway/backstage-plugin-fleet-react';
import { useClusterHrefs } from '../../hooks/useClusterHrefs';
import { clustersTranslationRef } from '../../translation';
import { ClusterSentence } from '../ClusterView/ClusterSentence';
import { NotInFleet } from '../EntityCluster/NotInFleet';
import { HealthWord } from '../HealthWord';
import styles from './EntityClusterCard.module.css';

/** A cluster in a few lines. */
export function ClusterGlance(props: { id: string; name: string }) {
  const { id, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { getHref } = useClusterHrefs();
  const { detail, isLoading, error, refresh } =
    useFleetItem<ClusterDetails>(id);

  if (!detail) {
    return (
      <EntityInfoCard title={t('entity.title')}>
        {isLoading && <LoadingState />}
        {error && !isNotFound(error) && (
          <ErrorState error={error} onRetry={refresh} />
        )}
        {error && isNotFound(error) && <NotInFleet name={name} />}
      </EntityInfoCard>
    );
  }
  const { item, source } = detail;
  const { details } = item;
  return (
    <EntityInfoCard
      title={t('entity.title')}
      headerActions={<FreshnessChip sources={[source]} />}
    >
      <Flex direction="column" gap="3">
        <div className={styles.answer}>
          <StatusBadge status={item.status} />
          <ClusterSentence item={item} />
        </div>
        <FactList
          facts={[
            [t('columns.cloud'), details.cloud],
            [t('columns.version'), details.version],
            [t('columns.health'), <HealthWord details={details} />],
            [t('facts.zone'), details.zone],
            [t('facts.stage'), details.stage],
          ]}
        />
        <Link href={getHref(id)}>{t('entity.all')}</Link>
      </Flex>
    </EntityInfoCard>
  );
}
