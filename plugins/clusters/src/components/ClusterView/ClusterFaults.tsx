import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { LongText, Section } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';

/** What Magnum says went wrong besides what the finding quotes. */
export function ClusterFaults(props: { item: ServedItem<ClusterDetails> }) {
  const { details, finding } = props.item;
  const { faults, phase, phaseReason } = details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const entries = Object.entries(faults).filter(([, words]) => !isSaid(words));
  const reason = phase?.endsWith('_FAILED') && phaseReason;

  function isSaid(words: string) {
    return finding !== undefined && finding.says.includes(words);
  }

  if (entries.length === 0 && (!reason || isSaid(reason))) {
    return null;
  }
  return (
    <Section title={t('faults.title')}>
      <ul className={styles.list}>
        {reason && !isSaid(reason) && (
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
