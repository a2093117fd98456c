import { ObjectRef } from './ObjectRef';

/**
 * An Event of Kubernetes, about an object of an item's chain.
 *
 * @public
 */
export interface FleetEvent {
  about: ObjectRef;
  type: string;
  reason: string;
  message: string;
  count: number;
  /** ISO time it was last seen. */
  lastSeen: string;
  /** Who reported it. */
  reporter?: string;
}
