import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiAlertFill,
  RiAlertLine,
  RiCheckboxCircleLine,
  RiContrastLine,
  RiOctagonFill,
  RiQuestionLine,
} from '@remixicon/react';
import { Status } from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import styles from './StatusBadge.module.css';

const ICONS: Record<Status, RemixiconComponentType> = {
  failing: RiOctagonFill,
  degraded: RiAlertFill,
  'at-risk': RiAlertLine,
  unknown: RiQuestionLine,
  progressing: RiContrastLine,
  healthy: RiCheckboxCircleLine,
};

/**
 * What {@link StatusBadge} says.
 *
 * @public
 */
export interface StatusBadgeProps {
  /** Shown as an icon and a word. */
  status: Status;
  /** ISO time: when what is at risk stops working, or since when it is unknown. */
  time?: string;
}

/**
 * How something is: an icon and a word, never colour alone.
 *
 * @public
 */
export function StatusBadge(props: StatusBadgeProps) {
  const { status, time } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const Icon = ICONS[status];

  return (
    <span className={styles.badge} data-status={status}>
      <Icon className={styles.icon} aria-hidden />
      <span>{t(`status.${status}`)}</span>
      {time && (
        <span className={styles.time}>
          <RelativeTime time={time} />
        </span>
      )}
    </span>
  );
}
