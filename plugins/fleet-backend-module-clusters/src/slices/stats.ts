import {
  KubernetesObject,
  numberOf,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** What a project has. */
export interface StatsSlice {
  clusters?: number;
  /** Those of the control planes included. */
  nodes?: number;
}

/** The slice of a record of kind Stats. */
export function projectStats(object: KubernetesObject): StatsSlice {
  return {
    clusters: numberOf(object, 'body', 'clusters'),
    nodes: numberOf(object, 'body', 'nodes'),
  };
}
