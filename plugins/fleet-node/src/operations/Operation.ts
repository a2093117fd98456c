import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  FleetItem,
  RESOURCE_TYPE_FLEET_ITEM,
} from '@slipway/backstage-plugin-fleet-common';
import { ClusterClient } from '../clusters';
import { Reader } from '../items';

/** Whether an operation would help now. @public */
export type OperationCheck =
  | {
      outcome: 'allowed';
      /** What will change. */
      effect: string;
      /** What it costs, for example attempts against a rate limit. */
      cost?: string;
    }
  | { outcome: 'refused'; reason: string };

/** What became of an operation. @public */
export type OperationResult =
  | { outcome: 'done'; message: string }
  | { outcome: 'refused'; reason: string };

/**
 * A small audited write on one item.
 *
 * @public
 */
export interface Operation<I extends FleetItem = FleetItem> {
  /** Unique in its domain, for example `renew`. */
  id: string;
  /** Id of its domain. */
  domain: string;
  /** For its button. */
  title: string;
  /** What one needs for it, on the item. */
  permission: ResourcePermission<typeof RESOURCE_TYPE_FLEET_ITEM>;
  /** Whether it would help now, asked before each run. */
  check(item: I, read: Reader, now: Date): OperationCheck;
  /** What to run by hand where no operator credential exists. */
  command(item: I): string;
  /**
   * Does it.
   *
   * @throws Error in the upstream's words when it fails.
   */
  run(options: {
    item: I;
    /** With the operator's credentials, in the item's cluster. */
    client: ClusterClient;
    now: () => Date;
    signal: AbortSignal;
  }): Promise<OperationResult>;
}
