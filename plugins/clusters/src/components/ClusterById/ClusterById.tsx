import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import {
  ErrorState,
  isNotFound,
  LoadingState,
  useFleetItem,
} from '@slipway/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { useClusterHrefs } from '../../hooks/useClusterHrefs';
import { clustersTranslationRef } from '../../translation';
import { ClusterView } from '../ClusterView';

/** @internal */
export interface ClusterByIdProps {
  /** Of the item. */
  id: string;
  /** Said where there is no such cluster, or none to be seen. */
  missing: ReactNode;
  /** It is a page of its own. */
  hasBreadcrumb?: boolean;
}

/** A cluster, live, or why it cannot be shown. */
export function ClusterById(props: ClusterByIdProps) {
  const { id, missing, hasBreadcrumb } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { getHref } = useClusterHrefs();
  const { detail, isLoading, error, refresh } =
    useFleetItem<ClusterDetails>(id);
  const isMissing = error !== undefined && isNotFound(error);

  if (!detail) {
    if (isLoading) {
      return <LoadingState />;
    }
    return isMissing || !error ? (
      <>{missing}</>
    ) : (
      <ErrorState error={error} onRetry={refresh} />
    );
  }
  const { name } = detail.item.details;
  const content = (
    <>
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
      <ClusterView detail={detail} />
    </>
  );
  return hasBreadcrumb ? (
    <BreadcrumbEntry entry={{ label: name, href: getHref(id) }}>
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}
