import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Skeleton } from '@backstage/ui';
import { ServedIncident } from '@slipway/backstage-plugin-fleet-common';
import { ReactNode } from 'react';
import { FleetIncidents, FleetQuery } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import { NewRows } from '../FleetTable';
import { IncidentLine } from '../IncidentLine';
import { EmptyState, ErrorState } from '../States';

/**
 * What {@link IncidentList} shows.
 *
 * @public
 */
export interface IncidentListProps {
  /** Of `useFleetIncidents`. */
  list: FleetIncidents;
  /** Of `useFleetQuery`. */
  query: FleetQuery;
  /** What an incident hits, in the units of the domain. */
  describeImpact: (incident: ServedIncident) => string;
  /** The page of a member; another domain may have it. */
  getMemberHref: (id: string) => string | undefined;
  /** What stands at the end of a line, usually a {@link RootLink}. */
  renderEnd: (incident: ServedIncident) => ReactNode;
}

/**
 * What is broken, one line for all items that have it of the same.
 *
 * @public
 */
export function IncidentList(props: IncidentListProps) {
  const { list, query, describeImpact, getMemberHref, renderEnd } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
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
          getMemberHref={getMemberHref}
        >
          {renderEnd(incident)}
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
