import { RelativeTime, useLocale } from '@slipway/backstage-plugin-fleet-react';
import { formatDate } from './formatDate';

/** @internal */
export interface MomentProps {
  /** ISO time. */
  time: string;
}

/** A date and how far off it is: `18 Dec 2026 (in 26 days)`. */
export function Moment(props: MomentProps) {
  const locale = useLocale();

  return (
    <>
      {formatDate(props.time, locale)} (<RelativeTime time={props.time} />)
    </>
  );
}
