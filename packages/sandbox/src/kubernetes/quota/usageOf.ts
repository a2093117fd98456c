import { ApiResource } from '../registry';
import { quantityInNanos } from '../schema/builtin/canonicalQuantity';
import { StoredObject } from '../types';

/** Amounts by the names that quotas use, in billionths. */
export type Usage = Record<string, bigint>;

interface Resources {
  requests?: Record<string, string>;
  limits?: Record<string, string>;
}

const ONE = 1_000_000_000n;
const PLAIN_COUNTS = new Set([
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'services',
]);

/** What an object counts for in quotas. */
export function usageOf(resource: ApiResource, object: StoredObject): Usage {
  const { plural, group } = resource;
  const usage: Usage = {
    [`count/${group ? `${plural}.${group}` : plural}`]: ONE,
    ...(PLAIN_COUNTS.has(resource.storage) && { [plural]: ONE }),
  };
  switch (resource.storage) {
    case 'pods':
      return isOver(object) ? {} : { ...usage, ...podUsage(object) };
    case 'services':
      return { ...usage, ...serviceUsage(object) };
    case 'persistentvolumeclaims': {
      const { resources } = object.spec as { resources?: Resources };
      return {
        ...usage,
        'requests.storage': nanos(resources?.requests?.storage),
      };
    }
    default:
      return usage;
  }
}

function isOver(pod: StoredObject): boolean {
  const { phase } = (pod.status ?? {}) as { phase?: string };
  return phase === 'Succeeded' || phase === 'Failed';
}

function podUsage(pod: StoredObject): Usage {
  const { containers } = pod.spec as {
    containers: { resources?: Resources }[];
  };
  const usage: Usage = {};
  const add = (name: string, amount: string) => {
    usage[name] = (usage[name] ?? 0n) + nanos(amount);
  };
  for (const { resources = {} } of containers) {
    for (const [name, amount] of Object.entries(resources.requests ?? {})) {
      add(name, amount);
      add(`requests.${name}`, amount);
    }
    for (const [name, amount] of Object.entries(resources.limits ?? {})) {
      add(`limits.${name}`, amount);
    }
  }
  return usage;
}

function serviceUsage(service: StoredObject): Usage {
  const { type, ports = [] } = service.spec as {
    type?: string;
    ports?: unknown[];
  };
  const opensNodePorts = type === 'NodePort' || type === 'LoadBalancer';
  return {
    ...(type === 'LoadBalancer' && { 'services.loadbalancers': ONE }),
    ...(opensNodePorts && { 'services.nodeports': ONE * BigInt(ports.length) }),
  };
}

function nanos(amount: string | undefined): bigint {
  return quantityInNanos(String(amount ?? '0')) ?? 0n;
}
