import { ObjectRef } from './ObjectRef';

/**
 * Something that was changed before an item broke.
 *
 * @public
 */
export interface Change {
  /** ISO time. */
  at: string;
  /** For example `platform 3c2e1 "rotate keys"`. */
  title: string;
  /** What was changed, where it is an object. */
  object?: ObjectRef;
  /** Who, as far as it is known. */
  by?: string;
  /** Where the change can be read, for example a commit. */
  url?: string;
}
