import { formatDate } from '../../time/formatDate';
import { useLocale } from '../../time/useLocale';
import { RelativeTime } from '../RelativeTime';

/**
 * What {@link Moment} says.
 *
 * @public
 */
export interface MomentProps {
  /** ISO time. */
  time: string;
}

/**
 * A date and how far off it is: `18 Dec 2026 (in 26 days)`.
 *
 * @public
 */
export function Moment(props: MomentProps) {
  const locale = useLocale();

  return (
    <>
      {formatDate(props.time, locale)} (<RelativeTime time={props.time} />)
    </>
  );
}
