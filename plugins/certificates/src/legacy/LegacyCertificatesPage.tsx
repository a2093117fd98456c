import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiShieldKeyholeLine } from '@remixicon/react';
import { LegacyFleet } from '@slipway/backstage-plugin-fleet-react/legacy';
import { CertificatesRouter } from '../components/CertificatesRouter';
import { certificatesTranslationRef } from '../translation';

/** The page with the header that apps of the new frontend system draw. */
export function LegacyCertificatesPage() {
  return (
    <LegacyFleet>
      <LegacyHeader />
      <CertificatesRouter />
    </LegacyFleet>
  );
}

function LegacyHeader() {
  const { t } = useTranslationRef(certificatesTranslationRef);

  return (
    <PluginHeader title={t('list.label')} icon={<RiShieldKeyholeLine />} />
  );
}
