import { SchemaNode } from '../schema/SchemaNode';

/** For example `['merge', 'retainKeys']`. */
export function patchStrategiesOf(node: SchemaNode | undefined): string[] {
  return (node?.schema['x-kubernetes-patch-strategy'] ?? '').split(',');
}

/** Whether a patch of this list is merged into it instead of replacing it. */
export function mergesList(node: SchemaNode | undefined): boolean {
  return patchStrategiesOf(node).includes('merge');
}

/** The field that tells the items of a merging list apart; absent for plain values. */
export function mergeKeyOf(node: SchemaNode | undefined): string | undefined {
  return node?.schema['x-kubernetes-patch-merge-key'];
}
