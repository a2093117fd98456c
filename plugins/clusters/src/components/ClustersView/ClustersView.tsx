import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Switch } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import {
  DetailFilter,
  FleetFilters,
  fleetTranslationRef,
  FreshnessChip,
  PartialState,
  useFleetItems,
  useFleetQuery,
  useGrouping,
} from '@slipway/backstage-plugin-fleet-react';
import { DOMAIN } from '../../constants';
import { clustersTranslationRef } from '../../translation';
import { ClustersTable } from '../ClustersTable';
import { ClustersByIncident } from './ClustersByIncident';
import { ClustersSummary } from './ClustersSummary';
import styles from './ClustersView.module.css';
import { OrderButton } from './OrderButton';

/** Clusters with their filters, by name or by what is wrong with them. */
export function ClustersView() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: tFleet } = useTranslationRef(fleetTranslationRef);
  const query = useFleetQuery({ domain: DOMAIN });
  const { isGrouped, setGrouped } = useGrouping();
  const list = useFleetItems<ClusterDetails>(query.filter, {
    sort: query.sort,
    cursor: isGrouped ? undefined : query.cursor,
  });

  return (
    <Flex direction="column" gap="4">
      <div className={styles.head}>
        {(list.counts || !list.error) && (
          <ClustersSummary counts={list.counts} />
        )}
        <div className={styles.end}>
          <FreshnessChip sources={list.sources} />
          <OrderButton />
        </div>
      </div>
      <FleetFilters query={query} list={list} isOutside>
        <DetailFilter
          label={t('columns.cloud')}
          query={query}
          items={list.items}
          field="cloud"
        />
        <DetailFilter
          label={t('columns.version')}
          query={query}
          items={list.items}
          field="version"
        />
        <Switch
          className={styles.switch}
          label={tFleet('incidents.group')}
          isSelected={isGrouped}
          onChange={setGrouped}
        />
      </FleetFilters>
      <PartialState sources={list.sources} />
      {isGrouped ? (
        <ClustersByIncident query={query} />
      ) : (
        <ClustersTable list={list} query={query} />
      )}
    </Flex>
  );
}
