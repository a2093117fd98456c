import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import {
  EntityLink,
  FleetColumn,
  RelativeTime,
} from '@slipway/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { clustersTranslationRef } from '../../translation';
import { HealthWord } from '../HealthWord';
import { ComponentsCell } from './ComponentsCell';
import { NameCell } from './NameCell';
import { NodesCell } from './NodesCell';
import { StatusCell } from './StatusCell';
import { VersionCell } from './VersionCell';

/** What the table of clusters shows. */
export function useColumns(): FleetColumn<ClusterDetails>[] {
  const { t } = useTranslationRef(clustersTranslationRef);

  return useMemo(
    () => [
      {
        id: 'name',
        label: t('columns.name'),
        isRowHeader: true,
        share: 1.3,
        sort: 'details.name',
        cell: ({ details }) => <NameCell details={details} />,
      },
      {
        id: 'status',
        label: t('columns.status'),
        sort: 'status',
        share: 2.2,
        cell: item => <StatusCell item={item} />,
      },
      {
        id: 'health',
        label: t('columns.health'),
        sort: 'details.health',
        isWideOnly: true,
        share: 0.8,
        cell: ({ details }) => <HealthWord details={details} />,
      },
      {
        id: 'version',
        label: t('columns.version'),
        sort: 'details.version',
        cell: ({ details }) => <VersionCell details={details} />,
      },
      {
        id: 'nodes',
        label: t('columns.nodes'),
        sort: 'details.nodeCount',
        isWideOnly: true,
        share: 0.6,
        cell: ({ details }) => <NodesCell details={details} />,
      },
      {
        id: 'age',
        label: t('columns.age'),
        sort: 'details.createdAt',
        isWideOnly: true,
        share: 0.8,
        cell: ({ details: { createdAt } }) =>
          createdAt && <RelativeTime time={createdAt} />,
      },
      {
        id: 'owner',
        label: t('columns.owner'),
        isWideOnly: true,
        cell: ({ owner }) => owner && <EntityLink entityRef={owner} />,
      },
      {
        id: 'components',
        label: t('columns.components'),
        isWideOnly: true,
        share: 1.3,
        cell: ({ details }) => <ComponentsCell names={details.components} />,
      },
    ],
    [t],
  );
}
