import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Switch } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
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
import { certificatesTranslationRef } from '../../translation';
import { CertificatesTable } from '../CertificatesTable';
import { CertificatesByIncident } from './CertificatesByIncident';
import { CertificatesSummary } from './CertificatesSummary';
import styles from './CertificatesView.module.css';

/** @internal */
export interface CertificatesViewProps {
  /** Only those of this entity. */
  entityRef?: string;
}

/** Certificates with their filters, by name or by what is wrong with them. */
export function CertificatesView(props: CertificatesViewProps) {
  const { entityRef } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { t: tFleet } = useTranslationRef(fleetTranslationRef);
  const query = useFleetQuery({ domain: DOMAIN, entityRef });
  const { isGrouped, setGrouped } = useGrouping();
  const list = useFleetItems<CertificateDetails>(query.filter, {
    sort: query.sort,
    cursor: isGrouped ? undefined : query.cursor,
  });

  return (
    <Flex direction="column" gap="4">
      <div className={styles.head}>
        {(list.counts || !list.error) && (
          <CertificatesSummary counts={list.counts} />
        )}
        <FreshnessChip sources={list.sources} />
      </div>
      <FleetFilters query={query} list={list}>
        <DetailFilter
          label={t('columns.issuer')}
          query={query}
          items={list.items}
          field="issuerName"
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
        <CertificatesByIncident query={query} />
      ) : (
        <CertificatesTable list={list} query={query} />
      )}
    </Flex>
  );
}
