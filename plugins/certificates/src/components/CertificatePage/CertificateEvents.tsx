import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetEvent } from '@slipway/backstage-plugin-fleet-common';
import {
  LongText,
  ObjectButton,
  RelativeTime,
} from '@slipway/backstage-plugin-fleet-react';
import { certificatesTranslationRef } from '../../translation';
import styles from './CertificatePage.module.css';
import { Section } from './Section';

/** What Kubernetes reported about the objects of the chain, newest first. */
export function CertificateEvents(props: {
  item: string;
  events: FleetEvent[];
}) {
  const { item, events } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);

  if (events.length === 0) {
    return null;
  }
  return (
    <Section title={t('events.title')}>
      <ul className={styles.entries}>
        {events.map(({ about, type, reason, message, count, lastSeen }) => (
          <li key={[about.kind, about.name, reason, message].join(' ')}>
            <div className={styles.entry}>
              <RelativeTime time={lastSeen} />
              <strong>{reason}</strong>
              {type === 'Warning' && <span>{t('events.warning')}</span>}
              {count > 1 && <span>{t('events.times', { count })}</span>}
              <ObjectButton item={item} object={about} />
            </div>
            <q dir="auto">
              <LongText text={message} />
            </q>
          </li>
        ))}
      </ul>
    </Section>
  );
}
