import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import {
  EntityLink,
  FactList,
  Moment,
  Section,
} from '@slipway/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { certificatesTranslationRef } from '../../translation';
import { ServedNames } from './ServedNames';

/** What a certificate serves, where it is and how its attempts stand. */
export function CertificateFacts(props: {
  item: ServedItem<CertificateDetails>;
}) {
  const { item } = props;
  const { ref, details, owner } = item;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { list } = useCertificateHrefs();
  const moment = (time?: string) => time && <Moment time={time} />;
  const facts: [string, ReactNode][] = [
    [t('facts.serves'), <ServedNames item={item} />],
    [
      t('facts.where'),
      <>
        <Link href={`${list}?cluster=${encodeURIComponent(ref.cluster)}`}>
          {ref.cluster}
        </Link>
        {`, ${ref.namespace}`}
      </>,
    ],
    [t('facts.owner'), owner && <EntityLink entityRef={owner} />],
    [t('facts.issuer'), `${details.issuer.kind} ${details.issuer.name}`],
    [t('facts.secret'), details.secretName],
    [
      t('facts.revision'),
      details.revision && t('facts.times', { count: details.revision }),
    ],
    [t('facts.zone'), details.dnsZone],
    [t('facts.failures'), details.failedAttempts || undefined],
    [t('facts.lastFailure'), moment(details.lastFailureTime)],
    [t('facts.attempts'), describeAttempts(details)],
    [t('facts.next'), moment(details.nextAttemptAt)],
    [t('facts.retryAfter'), moment(details.retryAfter)],
  ];

  function describeAttempts({
    attemptsLeft,
    attemptsTotal,
  }: CertificateDetails) {
    if (attemptsLeft === undefined) {
      return undefined;
    }
    return attemptsTotal === undefined
      ? String(attemptsLeft)
      : t('facts.attemptsOf', {
          left: String(attemptsLeft),
          total: String(attemptsTotal),
        });
  }

  return (
    <Section title={t('facts.title')}>
      <FactList facts={facts} />
    </Section>
  );
}
