import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
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
import { useClusterHrefs } from '../../hooks/useClusterHrefs';
import { clustersTranslationRef } from '../../translation';
import { ClustersTable } from '../ClustersTable';
import styles from './CausePage.module.css';

/** What a cause means, what to do about it, and which clusters have it. */
export function CausePage() {
  const { code = '' } = useParams();
  const { t } = useTranslationRef(clustersTranslationRef);
  const { getCauseHref } = useClusterHrefs();
  const query = useFleetQuery({ domain: DOMAIN, cause: code });
  const list = useFleetItems<ClusterDetails>(query.filter, {
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
        <ClustersTable
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
