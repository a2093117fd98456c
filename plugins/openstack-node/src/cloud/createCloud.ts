import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { CloudDefinition } from '../config';
import { Cloud } from './Cloud';

/** Options of clouds. @public */
export interface CreateCloudOptions {
  /** Default: the time of the machine. */
  clock?: Clock;
}

/** Nothing is asked of the cloud yet. */
export function createCloud(
  definition: CloudDefinition,
  _options: CreateCloudOptions,
): Cloud {
  throw new Error(`Cloud ${definition.name} cannot be reached yet`);
}
