import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Skeleton } from '@backstage/ui';
import {
  EmptyState,
  ErrorState,
  FleetIncidents,
  FleetQuery,
  IncidentLine,
  NewRows,
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
  const isFiltered = Object.keys(query.chosen).length > 0;
  const incidents = list.incidents.filter(({ id }) => !list.gone.has(id));

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
      <NewRows count={list.newCount} onShow={list.showNew} />
      {incidents.length === 0 && !list.error && list.newCount === 0 && (
        <EmptyState
          title={t(isFiltered ? 'incidents.noMatch' : 'incidents.none')}
          description={t(
            isFiltered ? 'incidents.noMatchHint' : 'incidents.noneHint',
          )}
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
