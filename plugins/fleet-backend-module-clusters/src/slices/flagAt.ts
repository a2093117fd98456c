import { valueAt } from '@slipway/backstage-plugin-fleet-node/engine';

/** A truth value at a path of JSON that nobody vouches for. */
export function flagAt(value: unknown, ...path: string[]): boolean | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}
