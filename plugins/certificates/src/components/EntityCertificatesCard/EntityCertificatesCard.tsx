import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import {
  FreshnessChip,
  NewRows,
  RelativeTime,
  StatusBadge,
  useFleetItems,
} from '@slipway/backstage-plugin-fleet-react';
import { DOMAIN } from '../../constants';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { certificatesTranslationRef } from '../../translation';
import { CertificatesSummary } from '../CertificatesView/CertificatesSummary';
import styles from './EntityCertificatesCard.module.css';

const SHOWN = 5;

/** The worst certificates of an entity; nothing where there is none. */
export function EntityCertificatesCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);

  // Those of the entity before are no older answer of this one.
  return <WorstCertificates key={entityRef} entityRef={entityRef} />;
}

function WorstCertificates(props: { entityRef: string }) {
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { getHref } = useCertificateHrefs();
  const list = useFleetItems<CertificateDetails>(
    { domain: DOMAIN, entityRef: props.entityRef },
    { pageSize: SHOWN },
  );

  const items = list.items.filter(({ id }) => !list.gone.has(id));

  if (list.total === 0) {
    return null;
  }
  return (
    <EntityInfoCard
      title={t('card.title')}
      headerActions={<FreshnessChip sources={list.sources} />}
    >
      <Flex direction="column" gap="3">
        <CertificatesSummary counts={list.counts} />
        {list.newCount > 0 && (
          <NewRows count={list.newCount} onShow={list.showNew} />
        )}
        <ul className={styles.list}>
          {items.map(({ id, ref, status, finding, details }) => (
            <li key={id} className={styles.line}>
              <StatusBadge status={status} />
              <Link href={getHref(id)}>{ref.name}</Link>
              <span className={styles.words}>
                {finding?.title ?? details.host}
              </span>
              {details.notAfter && (
                <span className={styles.words}>
                  {t('card.expires', {
                    time: <RelativeTime time={details.notAfter} />,
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
        {list.total > items.length && (
          <span>{t('list.more', { count: list.total - items.length })}</span>
        )}
      </Flex>
    </EntityInfoCard>
  );
}
