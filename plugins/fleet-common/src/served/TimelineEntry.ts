import { Status } from '../status';

/** How an item was, from a moment on. @public */
export interface TimelineEntry {
  /** ISO time. */
  at: string;
  /** From then on. */
  status: Status;
  /** Code of its cause, absent while healthy. */
  cause?: string;
  /** The words of the evidence then. */
  says?: string;
}
