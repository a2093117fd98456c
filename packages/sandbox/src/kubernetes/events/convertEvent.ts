import { KubernetesObject } from '../../client/types';
import { StoredObject } from '../types';

/** Fields by their names in `v1` and in `events.k8s.io/v1`; the rest have the same name in both. */
const NAMES: [core: string, newer: string][] = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['reportingComponent', 'reportingController'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
];

/** An Event as `events.k8s.io/v1` shows it. */
export function toNewerEvent(event: StoredObject): KubernetesObject {
  return {
    ...renamed(event, new Map(NAMES)),
    apiVersion: 'events.k8s.io/v1',
  };
}

/** An Event as it is stored: the way of `v1`. */
export function toCoreEvent(event: StoredObject): KubernetesObject {
  return {
    ...renamed(event, new Map(NAMES.map(([core, newer]) => [newer, core]))),
    apiVersion: 'v1',
  };
}

function renamed(
  event: StoredObject,
  names: Map<string, string>,
): KubernetesObject {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [names.get(key) ?? key, value]),
  ) as KubernetesObject;
}
