import {
  KubernetesObject,
  numberOf,
  recordOf,
  textOf,
  timeOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { flagAt } from './flagAt';
import { wordsAt } from './wordsAt';

/** What is kept of how Magnum itself is. Times are ISO. */
export interface ApiSlice {
  observedAt?: string;
  /** Nothing may be provisioned in the cloud. */
  watchOnly: boolean;
  /** Why it does not answer. How often it was tried is not kept: it changes each time. */
  error?: {
    request: string;
    status?: number;
    message: string;
    since?: string;
  };
}

/** The slice of a record of kind Magnum. */
export function projectApi(object: KubernetesObject): ApiSlice {
  const error = recordOf(object, 'body', 'error');
  return {
    observedAt: timeOf(object, 'body', 'observedAt'),
    watchOnly: flagAt(object, 'body', 'watchOnly') ?? false,
    error:
      Object.keys(error).length === 0
        ? undefined
        : {
            request: textOf(error, 'request') ?? '',
            status: numberOf(error, 'status'),
            message: wordsAt(error, 'message') ?? '',
            since: timeOf(error, 'since'),
          },
  };
}
