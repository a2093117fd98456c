import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatItemRef } from '@slipway/backstage-plugin-fleet-common';
import { EmptyState } from '@slipway/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { DOMAIN } from '../../constants';
import { clustersTranslationRef } from '../../translation';
import { ClusterById } from '../ClusterById';

/** One cluster: how it is, why, and what to do. */
export function ClusterPage() {
  const { place = '', name = '' } = useParams();
  const { t } = useTranslationRef(clustersTranslationRef);
  const id = formatItemRef({
    domain: DOMAIN,
    cluster: place,
    namespace: '',
    name,
  });

  return (
    <ClusterById
      id={id}
      hasBreadcrumb
      missing={
        <EmptyState
          title={t('detail.missing', { name })}
          description={t('detail.missingHint')}
        />
      }
    />
  );
}
