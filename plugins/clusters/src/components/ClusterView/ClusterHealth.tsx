import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { FactList, Section } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';
import { HealthWord } from '../HealthWord';

/** What the health of a cluster consists of; nothing where nobody watches it. */
export function ClusterHealth(props: { details: ClusterDetails }) {
  const { details } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const reasons = Object.entries(details.healthReasons);

  if (details.health === undefined && reasons.length === 0) {
    return null;
  }
  return (
    <Section title={t('healthReasons.title')}>
      <span>
        {t('healthReasons.is', { health: <HealthWord details={details} /> })}
      </span>
      {reasons.length > 0 && <FactList facts={reasons} />}
    </Section>
  );
}
