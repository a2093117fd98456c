/**
 * Topic of the events service on which is told that something was asked of a
 * Magnum cluster, so that those who poll need not wait.
 *
 * @public
 */
export const CLUSTERS_TOPIC = 'slipway.clusters';

/** Payload of {@link CLUSTERS_TOPIC}. @public */
export interface ClusterEvent {
  /** Name of the cloud, as configured. */
  cloud: string;
  /** Of the cluster in Magnum. */
  uuid: string;
  /** What was asked. */
  change: 'created' | 'updated' | 'deleted';
}
