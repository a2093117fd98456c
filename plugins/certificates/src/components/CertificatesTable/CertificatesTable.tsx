import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import {
  EmptyState,
  FleetItems,
  FleetQuery,
  FleetTable,
} from '@slipway/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { certificatesTranslationRef } from '../../translation';
import { useColumns } from './useColumns';

/** @internal */
export interface CertificatesTableProps {
  list: FleetItems<CertificateDetails>;
  query: FleetQuery;
  /** Says why there is none, where that is no surprise. */
  emptyState?: ReactNode;
}

/** Certificates, one a line. */
export function CertificatesTable(props: CertificatesTableProps) {
  const { list, query } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { getHref } = useCertificateHrefs();
  const isFiltered = Object.keys(query.chosen).length > 0;

  return (
    <FleetTable
      label={t('list.label')}
      list={list}
      query={query}
      columns={useColumns()}
      getHref={item => getHref(item.id)}
      emptyState={
        props.emptyState ??
        (isFiltered ? (
          <EmptyState
            title={t('list.noMatch')}
            description={t('list.noMatchHint')}
          />
        ) : (
          <EmptyState title={t('list.none')} description={t('list.noneHint')} />
        ))
      }
    />
  );
}
