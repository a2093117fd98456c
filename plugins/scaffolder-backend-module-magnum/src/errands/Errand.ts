import { ClusterEvent } from '@slipway/backstage-plugin-clusters-common';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';
import { ClusterWatch } from '../watch';

/** One task's business with one cloud. */
export interface Errand {
  cloud: Cloud;
  /** Shared with all other tasks on that cloud. */
  watch: ClusterWatch;
  /** Tells those who poll that something was asked of a cluster. */
  tell(event: Omit<ClusterEvent, 'cloud'>): Promise<void>;
  log(line: string): void;
  signal?: AbortSignal;
  clock: Clock;
  /** Milliseconds since 1970, to compare with times of the cloud. */
  time(): number;
}
