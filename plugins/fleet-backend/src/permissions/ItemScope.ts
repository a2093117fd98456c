/**
 * What decides who may see an item. Nothing in it can be edited by those whose
 * item it is.
 */
export interface ItemScope {
  cluster: string;
  /** Empty for what has no namespace. */
  namespace: string;
  /** Entity reference of a group. */
  owner?: string;
}

/** One question about a scope: is its `key` one of the `values`? */
export interface ItemScopeFilter {
  key: 'owner' | 'cluster' | 'namespace';
  values: string[];
}

/** Whether the filter lets the scope through. */
export function matchesScopeFilter(
  filter: ItemScopeFilter,
  scope: ItemScope,
): boolean {
  const value = scope[filter.key];
  return value !== undefined && filter.values.includes(value);
}
