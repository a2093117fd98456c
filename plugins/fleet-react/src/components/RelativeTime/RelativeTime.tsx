import { formatAbsolute } from '../../time/formatAbsolute';
import { formatRelative } from '../../time/formatRelative';
import { formatSince } from '../../time/formatSince';
import { useLocale } from '../../time/useLocale';
import { useNow } from '../../time/useNow';

/**
 * What {@link RelativeTime} says.
 *
 * @public
 */
export interface RelativeTimeProps {
  /** ISO time. */
  time: string;
  /**
   * How it is said: by itself (`3 min. ago`), or after "since" (`3 min`, then
   * `09:14`).
   *
   * @defaultValue 'distance'
   */
  form?: 'distance' | 'since';
}

/**
 * How long ago or ahead a moment is, renewed by itself, with the moment itself
 * on hover.
 *
 * @public
 */
export function RelativeTime(props: RelativeTimeProps) {
  const time = Date.parse(props.time);
  const format = props.form === 'since' ? formatSince : formatRelative;
  const locale = useLocale();
  const isNear = Math.abs(Date.now() - time) < 90_000;
  const now = useNow(isNear ? 1_000 : 15_000);

  if (Number.isNaN(time)) {
    return <>{props.time}</>;
  }
  return (
    <time
      dateTime={props.time}
      title={formatAbsolute(time, locale)}
      // That time goes by is no news, also where news are read out.
      aria-live="off"
    >
      {format(time, { now, locale })}
    </time>
  );
}
