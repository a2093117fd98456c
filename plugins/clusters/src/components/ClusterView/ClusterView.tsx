import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ItemDetail, ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import {
  EvidenceChain,
  FindingPanel,
  FreshnessChip,
  ItemEvents,
  ItemHistory,
  PartialState,
  SameRoot,
  Section,
  StatusBadge,
} from '@slipway/backstage-plugin-fleet-react';
import { findCause } from '../../causes/findCause';
import { useClusterHrefs } from '../../hooks/useClusterHrefs';
import { useImpact } from '../../hooks/useImpact';
import { usePermittedRemedies } from '../../hooks/usePermittedRemedies';
import { nameOfObject } from '../../reading/nameOfObject';
import { nameOfRoot } from '../../reading/nameOfRoot';
import { clustersTranslationRef } from '../../translation';
import { ApiExposure } from './ApiExposure';
import { ClusterActions } from './ClusterActions';
import { ClusterFacts } from './ClusterFacts';
import { ClusterFaults } from './ClusterFaults';
import { ClusterHealth } from './ClusterHealth';
import { ClusterProgress } from './ClusterProgress';
import { ClusterQuota } from './ClusterQuota';
import { ClusterRemedies } from './ClusterRemedies';
import { ClusterSentence } from './ClusterSentence';
import { ClusterTemplates } from './ClusterTemplates';
import styles from './ClusterView.module.css';
import { NodeGroups } from './NodeGroups';
import { Registrations } from './Registrations';

/** @internal */
export interface ClusterViewProps {
  detail: ItemDetail<ClusterDetails>;
}

/** All that is known of a cluster, the answer first. */
export function ClusterView(props: ClusterViewProps) {
  const { item, chain, remedies, changes, incident, source } = props.detail;
  const { events, timeline } = props.detail;
  const { details } = item;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { list, getHref, getCauseHref } = useClusterHrefs();
  const describeImpact = useImpact();
  // What nobody watches is not about to be read either.
  const isWatched =
    details.kind === 'magnum' || details.fleetName !== undefined;
  const sources = isWatched ? [source] : [];
  const nameOf = (object: ObjectRef) => nameOfObject(details, object);
  const { helping, routine } = usePermittedRemedies(remedies);

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Text as="h2" variant="title-small" className={styles.name}>
          {details.name}
        </Text>
        <FreshnessChip sources={sources} />
      </header>
      <p className={styles.answer} role="status">
        <StatusBadge status={item.status} />
        <ClusterSentence item={item} />
      </p>
      <PartialState sources={sources} />
      <FindingPanel
        item={item}
        changes={changes}
        getCauseHref={getCauseHref}
        nameOf={nameOf}
      >
        <ClusterRemedies item={item.id} remedies={helping} />
      </FindingPanel>
      <ClusterProgress item={item} />
      <ClusterFaults item={item} />
      <ClusterActions item={item} remedies={routine} />
      <NodeGroups item={item} />
      <ClusterHealth details={details} />
      <ClusterTemplates item={item} />
      <ApiExposure details={details} />
      <ClusterQuota details={details} />
      <Registrations details={details} />
      {chain.length > 0 && (
        <Section title={t('detail.chain')}>
          <EvidenceChain item={item.id} steps={chain} nameOf={nameOf} />
        </Section>
      )}
      <ClusterFacts item={item} />
      {item.finding && (
        <SameRoot
          item={item}
          incident={incident}
          describeImpact={describeImpact}
          listHref={list}
          getHref={getHref}
          rootName={incident && nameOfRoot(incident.root, incident.visible)}
        />
      )}
      <ItemEvents item={item.id} events={events} />
      <ItemHistory
        timeline={timeline}
        changes={changes}
        getCauseTitle={code => findCause(code)?.title}
      />
    </div>
  );
}
