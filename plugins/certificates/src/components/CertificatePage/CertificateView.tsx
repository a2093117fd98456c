import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ItemDetail } from '@slipway/backstage-plugin-fleet-common';
import {
  EvidenceChain,
  FindingPanel,
  FreshnessChip,
  ItemEvents,
  ItemHistory,
  PartialState,
  Remedies,
  SameRoot,
  Section,
  StatusBadge,
} from '@slipway/backstage-plugin-fleet-react';
import { findCause } from '../../causes/findCause';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { useImpact } from '../../hooks/useImpact';
import { certificatesTranslationRef } from '../../translation';
import { CertificateFacts } from './CertificateFacts';
import { CertificateLife } from './CertificateLife';
import styles from './CertificatePage.module.css';
import { CertificateSentence } from './CertificateSentence';

/** Of its names, on top; all of them are among the facts. */
const SHOWN = 3;

/** @internal */
export interface CertificateViewProps {
  detail: ItemDetail<CertificateDetails>;
}

/** All that is known of a certificate, the answer first. */
export function CertificateView(props: CertificateViewProps) {
  const { item, chain, remedies, changes, incident, source } = props.detail;
  const { events, timeline } = props.detail;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { list, getHref, getCauseHref } = useCertificateHrefs();
  const describeImpact = useImpact();
  const todo = remedies.length > 0 && (
    <Remedies item={item.id} remedies={remedies} />
  );
  const { names } = item.details;
  const hasFinding = item.finding !== undefined;

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Text as="h2" variant="title-small" className={styles.names}>
          {names.slice(0, SHOWN).join(', ') || item.ref.name}
          {names.length > SHOWN &&
            ` ${t('list.more', { count: names.length - SHOWN })}`}
        </Text>
        <FreshnessChip sources={[source]} />
      </header>
      <p className={styles.answer} role="status">
        <StatusBadge status={item.status} />
        <span>
          <CertificateSentence item={item} />
        </span>
      </p>
      <CertificateLife details={item.details} />
      <PartialState sources={[source]} />
      <FindingPanel item={item} changes={changes} getCauseHref={getCauseHref}>
        {todo}
      </FindingPanel>
      {!hasFinding && todo && (
        <Section title={t('detail.actions')}>{todo}</Section>
      )}
      {chain.length > 0 && (
        <Section title={t('detail.chain')}>
          <EvidenceChain item={item.id} steps={chain} />
        </Section>
      )}
      <CertificateFacts item={item} />
      {hasFinding && (
        <SameRoot
          item={item}
          incident={incident}
          describeImpact={describeImpact}
          listHref={list}
          getHref={getHref}
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
