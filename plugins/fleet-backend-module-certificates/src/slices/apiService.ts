import {
  Condition,
  conditionsOf,
  KubernetesObject,
  textOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** What is kept of an APIService that something in the cluster serves. */
export interface ApiServiceSlice {
  group: string;
  conditions: Condition[];
}

/** The slice of an APIService; none for what the API server serves itself. */
export function projectApiService(
  object: KubernetesObject,
): ApiServiceSlice | undefined {
  const group = textOf(object, 'spec', 'group');
  return group && valueAt(object, 'spec', 'service')
    ? { group, conditions: conditionsOf(object) }
    : undefined;
}
