import { ClusterCore } from '../ClusterCore';
import { forbidden } from '../errors';
import { ApiResource } from '../registry';
import { quantityInNanos } from '../schema/builtin/canonicalQuantity';
import { StoredObject } from '../types';
import { formatAmount } from './formatAmount';
import { Usage, usageOf } from './usageOf';

const COMPUTE = /^((requests|limits)\.)?(cpu|memory)$/;

export interface QuotaSpec {
  hard?: Record<string, string>;
}

/** Refuses a new object that would exceed a quota of its namespace. */
export function enforceQuota(
  core: ClusterCore,
  resource: ApiResource,
  object: StoredObject,
): void {
  const { namespace, name } = object.metadata;
  if (!namespace) {
    return;
  }
  for (const quota of core.store.list('resourcequotas', namespace)) {
    const { hard = {} } = quota.spec as QuotaSpec;
    const requested = usageOf(resource, object);
    const limited = Object.keys(hard).sort();
    if (resource.storage === 'pods') {
      const missing = unspecified(object, limited);
      if (missing) {
        throw forbidden(
          resource,
          name,
          `failed quota: ${quota.metadata.name}: must specify ${missing}`,
        );
      }
    }
    const used = usedIn(core, namespace, resource);
    const exceeded = limited.filter(
      key =>
        requested[key] !== undefined &&
        (used[key] ?? 0n) + requested[key] > (quantityInNanos(hard[key]) ?? 0n),
    );
    if (exceeded.length > 0) {
      const list = (usage: Usage) =>
        exceeded
          .map(key => `${key}=${formatAmount(usage[key] ?? 0n, hard[key])}`)
          .join(',');
      throw forbidden(
        resource,
        name,
        `exceeded quota: ${quota.metadata.name}, requested: ${list(
          requested,
        )}, used: ${list(used)}, limited: ${exceeded
          .map(key => `${key}=${hard[key]}`)
          .join(',')}`,
      );
    }
  }
}

/** What a namespace's objects of a kind count for together. */
export function usedIn(
  { store }: ClusterCore,
  namespace: string,
  resource: ApiResource,
): Usage {
  const used: Usage = {};
  for (const object of store.list(resource.storage, namespace)) {
    for (const [key, amount] of Object.entries(usageOf(resource, object))) {
      used[key] = (used[key] ?? 0n) + amount;
    }
  }
  return used;
}

/** Every container must say how much it takes of what is limited. */
function unspecified(pod: StoredObject, limited: string[]): string | undefined {
  const { containers } = pod.spec as {
    containers: {
      name: string;
      resources?: Record<string, Record<string, string> | undefined>;
    }[];
  };
  const missing = limited
    .filter(key => COMPUTE.test(key))
    .flatMap(key => {
      const [kind, name] = key.includes('.')
        ? key.split('.')
        : ['requests', key];
      const lacking = containers
        .filter(({ resources }) => !resources?.[kind]?.[name])
        .map(one => one.name);
      return lacking.length > 0 ? `${key} for: ${lacking.join(',')}` : [];
    });
  return missing.length > 0 ? missing.join('; ') : undefined;
}
