import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Change, TimelineEntry } from '@slipway/backstage-plugin-fleet-common';
import {
  LongText,
  RelativeTime,
  StatusBadge,
} from '@slipway/backstage-plugin-fleet-react';
import { findCause } from '../../causes/findCause';
import { certificatesTranslationRef } from '../../translation';
import styles from './CertificatePage.module.css';
import { Section } from './Section';

/** How a certificate was before, and what was changed. */
export function CertificateHistory(props: {
  timeline: TimelineEntry[];
  changes: Change[];
}) {
  const { timeline, changes } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);

  return (
    <>
      {changes.length > 0 && (
        <Section title={t('changes.title')}>
          <ul className={styles.entries}>
            {changes.map(({ at, title, by, url }) => (
              <li key={`${at} ${title}`} className={styles.entry}>
                <RelativeTime time={at} />
                {url ? <Link href={url}>{title}</Link> : <span>{title}</span>}
                {by && <span>{t('changes.by', { who: by })}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {timeline.length > 0 && (
        <Section title={t('timeline.title')}>
          <ol className={styles.entries}>
            {timeline.map(({ at, status, cause, says }) => (
              <li key={`${at} ${status} ${cause}`}>
                <div className={styles.entry}>
                  <RelativeTime time={at} />
                  <StatusBadge status={status} />
                  {cause && <span>{findCause(cause)?.title ?? cause}</span>}
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
