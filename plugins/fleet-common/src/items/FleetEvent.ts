import { ObjectRef } from './ObjectRef';

/**
 * An Event of Kubernetes, about an object of an item's chain.
 *
 * @public
 */
export interface FleetEvent {
  /** The object that it is about. */
  about: ObjectRef;
  /** `Normal` or `Warning`. */
  type: string;
  /** One word, for example `PresentError`. */
  reason: string;
  /** Its words, cut at 1 kB. */
  message: string;
  /** How often it was seen. */
  count: number;
  /** ISO time it was last seen. */
  lastSeen: string;
  /** Who reported it. */
  reporter?: string;
}
