import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { ItemScope, ItemScopeFilter } from './ItemScope';

/** The criteria of a decision as a function, made once and asked often. */
export function toScopePredicate(
  criteria: PermissionCriteria<ItemScopeFilter>,
): (scope: ItemScope) => boolean {
  if (isAndCriteria(criteria)) {
    const parts = criteria.allOf.map(toScopePredicate);
    return scope => parts.every(part => part(scope));
  }
  if (isOrCriteria(criteria)) {
    const parts = criteria.anyOf.map(toScopePredicate);
    return scope => parts.some(part => part(scope));
  }
  if (isNotCriteria(criteria)) {
    const part = toScopePredicate(criteria.not);
    return scope => !part(scope);
  }
  const { key } = criteria;
  const values = new Set(criteria.values);
  return scope => {
    const value = scope[key];
    return value !== undefined && values.has(value);
  };
}
