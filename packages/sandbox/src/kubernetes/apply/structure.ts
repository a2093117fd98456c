import { Json } from '../../client/types';
import { isJsonObject } from '../schema/isJsonObject';
import { SchemaNode } from '../schema/SchemaNode';
import { JsonObject } from '../schema/types';

/** A value as ownership sees it: a leaf is owned as a whole. */
export type Structure =
  | { kind: 'leaf' }
  | { kind: 'fields'; fields: JsonObject }
  | { kind: 'items'; items: Map<string, Json> };

const LEAF: Structure = { kind: 'leaf' };

/** Takes a value apart as its schema says; without schema, objects have fields and the rest are leaves. */
export function structureOf(
  value: Json | undefined,
  node: SchemaNode | undefined,
): Structure {
  if (isJsonObject(value)) {
    const isOpaque = node?.shape === 'any' && !node.custom;
    return isOpaque || node?.isAtomic
      ? LEAF
      : { kind: 'fields', fields: value };
  }
  if (Array.isArray(value) && node?.shape === 'list' && !node.isAtomic) {
    const items = value.map((item): [string, Json] => [
      stepOf(item, node),
      item,
    ]);
    return { kind: 'items', items: new Map(items) };
  }
  return LEAF;
}

/** The step that leads to an item of a list: by its keys, or the value itself in a set. */
export function stepOf(item: Json, list: SchemaNode): string {
  const keys = list.schema['x-kubernetes-list-map-keys'];
  if (!keys || !isJsonObject(item)) {
    return `v:${JSON.stringify(item)}`;
  }
  const entries = [...keys]
    .sort()
    .map(key => [key, item[key] ?? list.item?.property(key)?.schema.default]);
  return `k:${JSON.stringify(Object.fromEntries(entries))}`;
}

/** The schema below a step. */
export function nodeBelow(
  node: SchemaNode | undefined,
  step: string,
): SchemaNode | undefined {
  return step.startsWith('f:') ? node?.property(step.slice(2)) : node?.item;
}

/** What Go has below a step when nothing was set: structs and lists that are no pointers and not left out. */
export function zeroOf(
  parent: SchemaNode | undefined,
  step: string,
): Json | undefined {
  const name = step.slice(2);
  if (!step.startsWith('f:') || parent?.shape !== 'struct' || parent.custom) {
    return undefined;
  }
  const node = parent.property(name);
  if (node?.shape === 'struct' && isJsonObject(node.schema.default)) {
    return {};
  }
  const isRequired = parent.schema.required?.includes(name);
  return isRequired && node?.shape === 'list' ? [] : undefined;
}
