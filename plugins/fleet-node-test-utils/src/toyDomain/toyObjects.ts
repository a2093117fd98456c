import { KubernetesObject } from '@slipway/backstage-plugin-fleet-node/engine';

/** A toy as an API server would return it. @public */
export function toyObject(
  name: string,
  options: {
    namespace?: string;
    maker?: string;
    players?: string[];
    oldAt?: string;
    brokenSince?: string;
    version?: number;
  } = {},
): KubernetesObject {
  const { maker = 'acme', players = [name], oldAt, brokenSince } = options;
  return {
    apiVersion: 'example.org/v1',
    kind: 'Toy',
    metadata: metadata(name, options),
    spec: { maker, players, oldAt },
    status: { brokenSince },
  };
}

/** A part of a toy. @public */
export function partObject(
  name: string,
  options: {
    toy: string;
    broken?: boolean;
    namespace?: string;
    version?: number;
  },
): KubernetesObject {
  const { toy, broken = false } = options;
  const owner = { kind: 'Toy', name: toy, uid: `uid-${toy}`, controller: true };
  return {
    apiVersion: 'example.org/v1',
    kind: 'Part',
    metadata: { ...metadata(name, options), ownerReferences: [owner] },
    status: { broken },
  };
}

/** A maker of toys. @public */
export function makerObject(
  name: string,
  options: { strike?: string; version?: number } = {},
): KubernetesObject {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Maker',
    metadata: { ...metadata(name, options), namespace: undefined },
    status: { strike: options.strike },
  };
}

function metadata(
  name: string,
  options: { namespace?: string; version?: number },
) {
  return {
    name,
    namespace: options.namespace ?? 'nursery',
    uid: `uid-${name}`,
    resourceVersion: String(options.version ?? 1),
    creationTimestamp: '2026-11-01T08:00:00Z',
  };
}
