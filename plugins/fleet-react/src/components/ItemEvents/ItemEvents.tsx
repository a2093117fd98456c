import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetEvent } from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { LongText } from '../LongText';
import { ObjectButton } from '../ObjectDrawer';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import styles from './ItemEvents.module.css';

/**
 * What {@link ItemEvents} tells.
 *
 * @public
 */
export interface ItemEventsProps {
  /** Id of the item whose chain they are about. */
  item: string;
  /** Newest first. */
  events: FleetEvent[];
}

/**
 * What Kubernetes reported about the objects of a chain; nothing where it
 * reported nothing.
 *
 * @public
 */
export function ItemEvents(props: ItemEventsProps) {
  const { item, events } = props;
  const { t } = useTranslationRef(fleetTranslationRef);

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
