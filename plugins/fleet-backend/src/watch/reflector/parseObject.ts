import {
  KubernetesObject,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node';

/**
 * JSON of an object or an event.
 *
 * @throws SyntaxError when it is no JSON
 * @returns `undefined` when it is JSON of something else
 */
export function parseObject(bytes: Buffer): KubernetesObject | undefined {
  const value: unknown = JSON.parse(bytes.toString());
  return isObject(value) ? value : undefined;
}

/** The object in a field of an event. */
export function objectAt(
  value: KubernetesObject,
  field: string,
): KubernetesObject | undefined {
  const found = valueAt(value, field);
  return isObject(found) ? found : undefined;
}

function isObject(value: unknown): value is KubernetesObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
