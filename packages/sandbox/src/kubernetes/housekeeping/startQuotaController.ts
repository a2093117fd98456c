import { isDeepStrictEqual } from 'node:util';
import { ClusterCore } from '../ClusterCore';
import { updateObject } from '../operations/updateObject';
import { QuotaSpec, usedIn } from '../quota/enforceQuota';
import { formatAmount } from '../quota/formatAmount';
import { StoredObject } from '../types';
import { systemUser } from './systemUser';
import { TaskQueue } from './TaskQueue';

/** Writes into the status of quotas what is used of them. */
export function startQuotaController(
  core: ClusterCore,
  queue: TaskQueue,
): void {
  const { store, registry } = core;

  function count(namespace: string) {
    const quotas = store.list('resourcequotas', namespace);
    if (quotas.length === 0) {
      return;
    }
    const used = Object.assign(
      {},
      ...registry
        .preferred()
        .filter(resource => resource.namespaced)
        .map(resource => usedIn(core, namespace, resource)),
    );
    quotas.forEach(quota => write(quota, used));
  }

  function write(quota: StoredObject, used: Record<string, bigint>) {
    const { hard = {} } = quota.spec as QuotaSpec;
    const status = {
      hard,
      used: Object.fromEntries(
        Object.entries(hard).map(([key, limit]) => [
          key,
          formatAmount(used[key] ?? 0n, limit),
        ]),
      ),
    };
    if (!isDeepStrictEqual(status, quota.status)) {
      updateObject(core, {
        resource: registry.ofStorage('resourcequotas')!,
        name: quota.metadata.name,
        namespace: quota.metadata.namespace,
        subresource: 'status',
        user: systemUser,
        fieldManager: 'kube-controller-manager',
        change: live => ({ ...live, status }),
      });
    }
  }

  const check = (namespace: string) =>
    queue.add(`quota ${namespace}`, () => count(namespace));
  store.subscribe(({ storage, before, after }) => {
    const { namespace } = (after ?? before)!.metadata;
    // Most changes are of what is there already; only pods come to an end.
    if (
      namespace &&
      (storage === 'pods' || storage === 'resourcequotas' || !before || !after)
    ) {
      check(namespace);
    }
  });
}
