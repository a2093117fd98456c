import { EVENTS, EventSlice } from './eventsResource';
import { Row } from './Row';

/**
 * What a row of {@link eventsResource} keeps, whichever domain asked for it.
 *
 * @public
 */
export function eventSliceOf(row: Row): EventSlice | undefined {
  return row.resource === EVENTS
    ? (Object.values(row.slices)[0] as EventSlice | undefined)
    : undefined;
}
