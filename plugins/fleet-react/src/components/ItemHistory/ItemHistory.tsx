import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Change, TimelineEntry } from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { LongText } from '../LongText';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { StatusBadge } from '../StatusBadge';
import styles from './ItemHistory.module.css';

/**
 * What {@link ItemHistory} tells.
 *
 * @public
 */
export interface ItemHistoryProps {
  /** Newest first. */
  timeline: TimelineEntry[];
  /** Newest first. */
  changes: Change[];
  /** What the catalogue of the domain calls a cause. */
  getCauseTitle: (cause: string) => string | undefined;
}

/**
 * What was changed, and how an item was before; nothing where nothing is known.
 *
 * @public
 */
export function ItemHistory(props: ItemHistoryProps) {
  const { timeline, changes, getCauseTitle } = props;
  const { t } = useTranslationRef(fleetTranslationRef);

  return (
    <>
      {changes.length > 0 && (
        <Section title={t('history.changes')}>
          <ul className={styles.entries}>
            {changes.map(({ at, title, by, url }) => (
              <li key={`${at} ${title}`} className={styles.entry}>
                <RelativeTime time={at} />
                {url ? <Link href={url}>{title}</Link> : <span>{title}</span>}
                {by && <span>{t('history.by', { who: by })}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {timeline.length > 0 && (
        <Section title={t('history.timeline')}>
          <ol className={styles.entries}>
            {timeline.map(({ at, status, cause, says }) => (
              <li key={`${at} ${status} ${cause}`}>
                <div className={styles.entry}>
                  <RelativeTime time={at} />
                  <StatusBadge status={status} />
                  {cause && <span>{getCauseTitle(cause) ?? cause}</span>}
                </div>
                {says && (
                  <q dir="auto">
                    <LongText text={says} />
                  </q>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
