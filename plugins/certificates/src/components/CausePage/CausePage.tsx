import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import {
  CauseFacts,
  EmptyState,
  FreshnessChip,
  useFleetItems,
  useFleetQuery,
} from '@slipway/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { findCause } from '../../causes/findCause';
import { DOMAIN } from '../../constants';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { certificatesTranslationRef } from '../../translation';
import { CertificatesTable } from '../CertificatesTable';
import styles from './CausePage.module.css';

/** What a cause means, what to do about it, and which certificates have it. */
export function CausePage() {
  const { code = '' } = useParams();
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { getCauseHref } = useCertificateHrefs();
  const query = useFleetQuery({ domain: DOMAIN, cause: code });
  const list = useFleetItems<CertificateDetails>(query.filter, {
    sort: query.sort,
    cursor: query.cursor,
  });
  const cause = findCause(code);

  if (!cause) {
    return (
      <EmptyState
        title={t('cause.missing', { code })}
        description={t('cause.missingHint')}
      />
    );
  }
  return (
    <BreadcrumbEntry entry={{ label: cause.title, href: getCauseHref(code) }}>
      <Flex direction="column" gap="4">
        <Text as="h2" variant="title-small">
          {cause.title}
        </Text>
        <CauseFacts cause={cause} />
        <div className={styles.now}>
          <Text as="h3" variant="title-x-small">
            {list.total > 0
              ? t('cause.now', { count: list.total })
              : t('cause.have')}
          </Text>
          <FreshnessChip sources={list.sources} />
        </div>
        <CertificatesTable
          list={list}
          query={query}
          emptyState={
            <EmptyState
              title={t('cause.none')}
              description={t('cause.noneHint')}
            />
          }
        />
      </Flex>
    </BreadcrumbEntry>
  );
}
