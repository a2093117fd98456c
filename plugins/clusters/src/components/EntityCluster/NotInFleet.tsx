import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';

/** Says why a cluster of the catalog has nothing to show, and what to do. */
export function NotInFleet(props: { name: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);

  return (
    <EmptyState
      title={t('entity.missing', props)}
      description={t('entity.missingHint')}
    />
  );
}
