import { Status } from '../status';

/** How an item was, from a moment on. @public */
export interface TimelineEntry {
  /** ISO time. */
  at: string;
  status: Status;
  cause?: string;
  says?: string;
}
