import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ErrorState,
  LoadingState,
} from '@slipway/backstage-plugin-fleet-react';
import { useEntityCluster } from '../../hooks/useEntityCluster';
import { ClusterById } from '../ClusterById';
import { NotInFleet } from './NotInFleet';

/** The cluster that an entity stands for. */
export function EntityCluster() {
  const { entity } = useEntity();

  // That of the entity before is no older answer of this one.
  return <ClusterOfEntity key={stringifyEntityRef(entity)} />;
}

function ClusterOfEntity() {
  const { entity } = useEntity();
  const { name, id, error, refresh } = useEntityCluster(entity);

  if (id) {
    return <ClusterById id={id} missing={<NotInFleet name={name} />} />;
  }
  return error ? (
    <ErrorState error={error} onRetry={refresh} />
  ) : (
    <LoadingState />
  );
}
