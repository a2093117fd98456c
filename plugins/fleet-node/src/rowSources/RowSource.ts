import { SourceKind } from '@slipway/backstage-plugin-fleet-common';
import { RecordSink } from './RecordSink';

/**
 * A place that is no Kubernetes cluster and that rows come from: a cloud, a
 * GitHub organisation, the prober.
 *
 * @public
 */
export interface RowSource {
  /** `kind/name`, unique, for example `cloud/acme`. */
  id: string;
  /** What it is. */
  kind: Exclude<SourceKind, 'cluster'>;
  /** For people, and for `ItemRef.cluster` of its items. */
  name: string;
  /** Ids of the record kinds that it brings. */
  resources: string[];
  /**
   * Tells `sink` what it reads, for as long as the fleet runs, and returns when
   * `signal` is aborted. What the upstream refuses is told to the sink; nothing
   * is thrown.
   */
  run(sink: RecordSink, signal: AbortSignal): Promise<void>;
}
