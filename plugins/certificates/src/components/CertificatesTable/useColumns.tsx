import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import {
  EntityLink,
  FleetColumn,
  RelativeTime,
} from '@slipway/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { certificatesTranslationRef } from '../../translation';
import { HostsCell } from './HostsCell';
import { NameCell } from './NameCell';
import { RenewsCell } from './RenewsCell';
import { StatusCell } from './StatusCell';

/** What the table of certificates shows. */
export function useColumns(): FleetColumn<CertificateDetails>[] {
  const { t } = useTranslationRef(certificatesTranslationRef);

  return useMemo(
    () => [
      {
        id: 'name',
        label: t('columns.name'),
        isRowHeader: true,
        share: 1.4,
        sort: 'name',
        cell: item => <NameCell item={item} />,
      },
      {
        id: 'hosts',
        label: t('columns.hosts'),
        sort: 'details.host',
        share: 1.5,
        isWideOnly: true,
        cell: ({ details }) => <HostsCell names={details.names} />,
      },
      {
        id: 'cluster',
        label: t('columns.cluster'),
        sort: 'cluster',
        isWideOnly: true,
        cell: ({ ref }) => ref.cluster,
      },
      {
        id: 'issuer',
        label: t('columns.issuer'),
        sort: 'details.issuerName',
        share: 1.1,
        isWideOnly: true,
        cell: ({ details }) => details.issuer.name,
      },
      {
        id: 'status',
        label: t('columns.status'),
        sort: 'status',
        share: 1.75,
        cell: item => <StatusCell item={item} />,
      },
      {
        id: 'expires',
        label: t('columns.expires'),
        sort: 'details.notAfter',
        cell: ({ details: { notAfter } }) =>
          notAfter ? <RelativeTime time={notAfter} /> : t('list.notIssued'),
      },
      {
        id: 'renews',
        label: t('columns.renews'),
        sort: 'details.renewalTime',
        isWideOnly: true,
        cell: ({ details }) => <RenewsCell details={details} />,
      },
      {
        id: 'owner',
        label: t('columns.owner'),
        isWideOnly: true,
        cell: ({ owner }) => owner && <EntityLink entityRef={owner} />,
      },
    ],
    [t],
  );
}
