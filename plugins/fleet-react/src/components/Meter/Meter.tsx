import styles from './Meter.module.css';

/**
 * What {@link Meter} shows.
 *
 * @public
 */
export interface MeterProps {
  /** Says the same in words, for a screen reader. */
  label: string;
  /** How much of `max` it is. */
  value: number;
  /** Above zero. */
  max: number;
  /** Something is used up, or over its time. */
  isOver?: boolean;
}

/**
 * How much of something is used or over, as a bar.
 *
 * @public
 */
export function Meter(props: MeterProps) {
  const { label, value, max, isOver } = props;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 1;

  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.meter}
      data-over={isOver || undefined}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
    >
      <title>{label}</title>
      <rect className={styles.track} width="100" height="10" />
      <rect className={styles.value} width={share * 100} height="10" />
    </svg>
  );
}
