import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import {
  EntityLink,
  FactList,
  Moment,
  RelativeTime,
  Section,
} from '@slipway/backstage-plugin-fleet-react';
import { useClusterHrefs } from '../../hooks/useClusterHrefs';
import { clustersTranslationRef } from '../../translation';
import { ClusterCertificates } from './ClusterCertificates';

/** Whose a cluster is, what it is for and what it was made of. */
export function ClusterFacts(props: { item: ServedItem<ClusterDetails> }) {
  const { details, owner } = props.item;
  const { cloud, createdAt, fleetName, observedAt } = details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { list } = useClusterHrefs();

  return (
    <Section title={t('facts.title')}>
      <FactList
        facts={[
          [t('facts.owner'), owner && <EntityLink entityRef={owner} />],
          [
            t('facts.cloud'),
            cloud && (
              <Link
                href={`${list}?details=${encodeURIComponent(`cloud=${cloud}`)}`}
              >
                {cloud}
              </Link>
            ),
          ],
          [t('facts.zone'), details.zone],
          [t('facts.stage'), details.stage],
          [t('facts.components'), details.components.join(', ')],
          [
            t('certificates.title'),
            fleetName && <ClusterCertificates cluster={fleetName} />,
          ],
          [t('facts.flavor'), details.flavor],
          [t('facts.masterFlavor'), details.masterFlavor],
          [t('facts.keypair'), details.keypair],
          [t('facts.created'), createdAt && <Moment time={createdAt} />],
          [t('facts.creator'), details.creator],
          [t('facts.project'), details.project],
          [t('facts.id'), details.uuid],
          [
            t('facts.observed'),
            observedAt && <RelativeTime time={observedAt} />,
          ],
        ]}
      />
    </Section>
  );
}
