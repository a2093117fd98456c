import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import { KubernetesObject } from '../rows';

/** How a row source is, as it tells itself. @public */
export type RowSourceState =
  | {
      state: 'live';
      /** ISO time of the answer. */
      lastContact: string;
    }
  | {
      /** `stale`: it has answered before; `failed`: it cannot be asked. */
      state: 'stale' | 'failed';
      /** Why, without secrets. */
      error: string;
    };

/**
 * Takes the records of a row source. Nothing here throws or waits.
 *
 * @public
 */
export interface RecordSink {
  /**
   * All records of one kind, in the shape of Kubernetes objects (`metadata` with
   * name, uid, creationTimestamp, labels): those that were told before and are
   * not among them are gone. Makes the coverage of the kind `live`.
   */
  replace(resource: string, records: KubernetesObject[]): void;
  /** What else there is to say about a kind, for example that it is forbidden. */
  coverage(resource: string, coverage: Coverage): void;
  /** Whether the source answers. When it does not, what is known becomes stale. */
  state(state: RowSourceState): void;
}
