import {
  KubernetesObject,
  numberOf,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** Magnum's own quota of a project: how many clusters there may be. */
export interface QuotaSlice {
  limit?: number;
}

/** The slice of a record of kind Quota. */
export function projectQuota(object: KubernetesObject): QuotaSlice {
  return { limit: numberOf(object, 'body', 'hard_limit') };
}
