import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  ErrorState,
  LoadingState,
} from '@slipway/backstage-plugin-fleet-react';
import { useEntityCluster } from '../../hooks/useEntityCluster';
import { clustersTranslationRef } from '../../translation';
import { ClusterGlance } from './ClusterGlance';

/** How the cluster is that an entity stands for. */
export function EntityClusterCard() {
  const { entity } = useEntity();

  // That of the entity before is no older answer of this one.
  return <CardOfEntity key={stringifyEntityRef(entity)} />;
}

function CardOfEntity() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const { name, id, error, refresh } = useEntityCluster(entity);

  if (id) {
    return <ClusterGlance id={id} name={name} />;
  }
  return (
    <EntityInfoCard title={t('entity.title')}>
      {error ? (
        <ErrorState error={error} onRetry={refresh} />
      ) : (
        <LoadingState />
      )}
    </EntityInfoCard>
  );
}
