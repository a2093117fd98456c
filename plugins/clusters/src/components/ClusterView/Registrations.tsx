import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import {
  EntityLink,
  FactList,
  Section,
} from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';

/** Where a cluster is known: Argo CD, the fleet and the catalog. */
export function Registrations(props: { details: ClusterDetails }) {
  const { entityRef, fleetName, kind, lacks, reachable, registrations } =
    props.details;
  const { t } = useTranslationRef(clustersTranslationRef);

  // A hub counts as registered in its own Argo CD.
  const isMissing = kind === 'magnum' || lacks.includes('argocd');

  function describeArgoCd() {
    if (!registrations) {
      return t('registrations.unseen');
    }
    return registrations.length > 0
      ? registrations
          .map(({ name, hub }) => t('registrations.in', { name, hub }))
          .join(', ')
      : isMissing && t('lacks.argocd');
  }
  function describeFleet(name: string) {
    const key = reachable === false ? 'watchedSilent' : 'watched';
    return t(`registrations.${key}`, { name });
  }

  return (
    <Section title={t('registrations.title')}>
      <FactList
        facts={[
          [t('registrations.argocd'), describeArgoCd()],
          [
            t('registrations.fleet'),
            fleetName ? describeFleet(fleetName) : t('lacks.fleet'),
          ],
          [
            t('registrations.catalog'),
            entityRef && <EntityLink entityRef={entityRef} />,
          ],
        ]}
      />
    </Section>
  );
}
