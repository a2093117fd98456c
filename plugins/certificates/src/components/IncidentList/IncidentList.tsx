import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Skeleton } from '@backstage/ui';
import {
  EmptyState,
  ErrorState,
  FleetIncidents,
  FleetQuery,
  IncidentLine,
} from '@slipway/backstage-plugin-fleet-react';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { useImpact } from '../../hooks/useImpact';
import { certificatesTranslationRef } from '../../translation';
import { RootLink } from '../RootLink';

/** @internal */
export interface IncidentListProps {
  list: FleetIncidents;
  query: FleetQuery;
}

/** What is broken, one line for all certificates that have it of the same. */
export function IncidentList(props: IncidentListProps) {
  const { list, query } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { getHref } = useCertificateHrefs();
  const describeImpact = useImpact();
  const { cluster } = query.filter;
  // Incidents are not asked for by cluster: one may be in several.
  const incidents = list.incidents.filter(
    ({ id, clusters }) =>
      !list.gone.has(id) && (!cluster || clusters.includes(cluster)),
  );

  if (list.isLoading) {
    return <Skeleton width="100%" height={80} />;
  }
  return (
    <Flex direction="column" gap="3">
      {list.error && (
        <ErrorState
          error={list.error}
          onRetry={list.refresh}
          isDated={incidents.length > 0}
        />
      )}
      <div role="status">
        {list.newCount > 0 && (
          <Button size="small" variant="secondary" onPress={list.showNew}>
            {t('incidents.new', { count: list.newCount })}
          </Button>
        )}
      </div>
      {incidents.length === 0 && !list.error && (
        <EmptyState
          title={t('incidents.none')}
          description={t('incidents.noneHint')}
        />
      )}
      {incidents.map(incident => (
        <IncidentLine
          key={incident.id}
          incident={incident}
          impact={describeImpact(incident)}
          getMemberHref={getHref}
        >
          <RootLink root={incident.root} />
        </IncidentLine>
      ))}
      {list.nextCursor && (
        <Button
          variant="secondary"
          onPress={() => query.setCursor(list.nextCursor)}
        >
          {t('incidents.next')}
        </Button>
      )}
    </Flex>
  );
}
