import { isDeepStrictEqual } from 'node:util';
import { ClusterCore } from '../ClusterCore';
import { updateObject } from '../operations/updateObject';
import { StoredObject } from '../types';
import { systemUser } from './systemUser';
import { TaskQueue } from './TaskQueue';

const ROLES = 'rbac.authorization.k8s.io/clusterroles';

interface AggregationRule {
  clusterRoleSelectors?: { matchLabels?: Record<string, string> }[];
}

/** Gives aggregated roles (`admin`, `edit`, `view`) the rules of the roles they select. */
export function startRoleAggregator(core: ClusterCore, queue: TaskQueue): void {
  const { store, registry } = core;

  function aggregate() {
    const roles = store.list(ROLES);
    for (const role of roles) {
      const { clusterRoleSelectors } = (role.aggregationRule ??
        {}) as AggregationRule;
      if (clusterRoleSelectors) {
        const rules = rulesOf(roles, role, clusterRoleSelectors);
        if (!isDeepStrictEqual(rules, role.rules ?? [])) {
          write(role.metadata.name, rules);
        }
      }
    }
  }

  function write(name: string, rules: unknown[]) {
    updateObject(core, {
      resource: registry.ofStorage(ROLES)!,
      name,
      user: systemUser,
      fieldManager: 'clusterrole-aggregation-controller',
      change: live => ({ ...live, rules }),
    });
  }

  const check = () => queue.add('aggregate cluster roles', aggregate);
  store.subscribe(({ storage }) => storage === ROLES && check());
  check();
}

function rulesOf(
  roles: StoredObject[],
  target: StoredObject,
  selectors: NonNullable<AggregationRule['clusterRoleSelectors']>,
): unknown[] {
  const rules: unknown[] = [];
  for (const role of roles) {
    const { labels = {} } = role.metadata;
    const isSelected = selectors.some(({ matchLabels = {} }) =>
      Object.entries(matchLabels).every(
        ([key, value]) => labels[key] === value,
      ),
    );
    if (role !== target && isSelected) {
      for (const rule of (role.rules ?? []) as unknown[]) {
        if (!rules.some(known => isDeepStrictEqual(known, rule))) {
          rules.push(rule);
        }
      }
    }
  }
  return rules;
}
