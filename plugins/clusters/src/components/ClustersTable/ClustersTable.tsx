import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import {
  EmptyState,
  FleetItems,
  FleetQuery,
  FleetTable,
} from '@slipway/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { useClusterHrefs } from '../../hooks/useClusterHrefs';
import { clustersTranslationRef } from '../../translation';
import { useColumns } from './useColumns';

/** @internal */
export interface ClustersTableProps {
  list: FleetItems<ClusterDetails>;
  query: FleetQuery;
  /** Says why there is none, where that is no surprise. */
  emptyState?: ReactNode;
}

/** Clusters, one a line. */
export function ClustersTable(props: ClustersTableProps) {
  const { list, query } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { getHref } = useClusterHrefs();
  const isFiltered = Object.keys(query.chosen).length > 0;

  return (
    <FleetTable
      label={t('list.label')}
      list={list}
      query={query}
      columns={useColumns()}
      getHref={item => getHref(item.id)}
      emptyState={
        props.emptyState ?? (
          <EmptyState
            title={t(isFiltered ? 'list.noMatch' : 'list.none')}
            description={t(isFiltered ? 'list.noMatchHint' : 'list.noneHint')}
          />
        )
      }
    />
  );
}
