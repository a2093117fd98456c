import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { LongText, Section } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';

/** What Magnum says went wrong, by node group. */
export function ClusterFaults(props: { details: ClusterDetails }) {
  const { faults, phase, phaseReason } = props.details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const entries = Object.entries(faults);
  const reason = phase?.endsWith('_FAILED') ? phaseReason : undefined;

  if (entries.length === 0 && !reason) {
    return null;
  }
  return (
    <Section title={t('faults.title')}>
      <ul className={styles.list}>
        {reason && (
          <li>
            <code>{phase}</code>{' '}
            <q dir="auto">
              <LongText text={reason} />
            </q>
          </li>
        )}
        {entries.map(([group, words]) => (
          <li key={group}>
            <strong>{group}</strong>{' '}
            <q dir="auto">
              <LongText text={words} />
            </q>
          </li>
        ))}
      </ul>
    </Section>
  );
}
