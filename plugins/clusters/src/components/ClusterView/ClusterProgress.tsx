import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import {
  LongText,
  Meter,
  Section,
  useNow,
} from '@slipway/backstage-plugin-fleet-react';
import { readProgress } from '../../reading/readProgress';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';

const TICK_MS = 15_000;

/** What Magnum is doing to a cluster, in its own words, and how far it is. */
export function ClusterProgress(props: { item: ServedItem<ClusterDetails> }) {
  const { details, finding } = props.item;
  const { phase, phaseReason, usualMinutes } = details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const progress = readProgress(details, useNow(TICK_MS));

  if (!phase?.endsWith('_IN_PROGRESS')) {
    return null;
  }
  const elapsed =
    progress &&
    t(progress.isOver ? 'progress.over' : 'progress.elapsed', {
      elapsed: String(progress.elapsed),
      timeout: String(progress.timeout),
    });
  return (
    <Section title={t('progress.title')}>
      <div className={styles.line}>
        <span>{t('progress.words', { phase: <code>{phase}</code> })}</span>
        {elapsed && <span className={styles.quiet}>{elapsed}</span>}
        {elapsed && usualMinutes !== undefined && (
          <span className={styles.quiet}>
            {t('progress.usual', { minutes: String(Math.round(usualMinutes)) })}
          </span>
        )}
      </div>
      {progress && elapsed && (
        <Meter
          label={elapsed}
          value={progress.elapsed}
          max={progress.timeout}
          isOver={progress.isOver}
        />
      )}
      {phaseReason && !finding?.says.includes(phaseReason) && (
        <q dir="auto" className={styles.words}>
          <LongText text={phaseReason} />
        </q>
      )}
    </Section>
  );
}
