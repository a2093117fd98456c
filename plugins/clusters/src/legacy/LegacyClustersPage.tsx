import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiServerLine } from '@remixicon/react';
import { LegacyFleet } from '@slipway/backstage-plugin-fleet-react/legacy';
import { ClustersRouter } from '../components/ClustersRouter';
import { clustersTranslationRef } from '../translation';

/** The page with the header that apps of the new frontend system draw. */
export function LegacyClustersPage() {
  return (
    <LegacyFleet>
      <LegacyHeader />
      <ClustersRouter />
    </LegacyFleet>
  );
}

function LegacyHeader() {
  const { t } = useTranslationRef(clustersTranslationRef);

  return <PluginHeader title={t('list.label')} icon={<RiServerLine />} />;
}
