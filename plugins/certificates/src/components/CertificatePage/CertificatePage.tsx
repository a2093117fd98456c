import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { formatItemRef } from '@slipway/backstage-plugin-fleet-common';
import {
  EmptyState,
  ErrorState,
  isNotFound,
  LoadingState,
  useFleetItem,
} from '@slipway/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { DOMAIN } from '../../constants';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { certificatesTranslationRef } from '../../translation';
import { CertificateView } from './CertificateView';

/** One certificate: how it is, why, and what to do. */
export function CertificatePage() {
  const { cluster = '', namespace = '', name = '' } = useParams();
  const id = formatItemRef({ domain: DOMAIN, cluster, namespace, name });
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { getHref } = useCertificateHrefs();
  const { detail, isLoading, error, refresh } =
    useFleetItem<CertificateDetails>(id);
  const isMissing = error !== undefined && isNotFound(error);

  if (!detail) {
    if (isLoading) {
      return <LoadingState />;
    }
    return isMissing || !error ? (
      <EmptyState
        title={t('detail.missing', { name })}
        description={t('detail.missingHint')}
      />
    ) : (
      <ErrorState error={error} onRetry={refresh} />
    );
  }
  return (
    <BreadcrumbEntry entry={{ label: name, href: getHref(id) }}>
      {isMissing && (
        <Alert
          status="warning"
          icon
          title={t('detail.gone', { name })}
          description={t('detail.goneHint')}
        />
      )}
      {error && !isMissing && (
        <ErrorState error={error} onRetry={refresh} isDated />
      )}
      <CertificateView detail={detail} />
    </BreadcrumbEntry>
  );
}
