import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { KubernetesObject } from '../rows';

/**
 * What one source that is no Kubernetes cluster answered at one time.
 *
 * @public
 */
export interface SourceDump {
  /** With `state: 'live'`, or `'stale'` where it does not answer now. */
  info: SourceInfo;
  /** All records, by id of their kind; kinds that are absent were not asked. */
  records: Record<string, KubernetesObject[]>;
}
