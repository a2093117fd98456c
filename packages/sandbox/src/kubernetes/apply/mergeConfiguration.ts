import { Json } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
import { JsonObject } from '../schema/types';
import { nodeBelow, structureOf } from './structure';

/** Puts an applied configuration over the live value. */
export function mergeConfiguration(
  live: Json | undefined,
  applied: Json,
  node: SchemaNode | undefined,
): Json {
  const left = structureOf(live, node);
  const right = structureOf(applied, node);
  if (left.kind === 'fields' && right.kind === 'fields') {
    return mergeFields(left.fields, right.fields, node);
  }
  if (left.kind === 'items' && right.kind === 'items') {
    return mergedOrder([...left.items.keys()], [...right.items.keys()]).map(
      step => {
        const item = right.items.get(step);
        const kept = left.items.get(step);
        return item === undefined
          ? kept!
          : mergeConfiguration(kept, item, node?.item);
      },
    );
  }
  return applied;
}

function mergeFields(
  live: JsonObject,
  applied: JsonObject,
  node: SchemaNode | undefined,
): JsonObject {
  const result = { ...live };
  for (const [name, value] of Object.entries(applied)) {
    if (value !== undefined) {
      const property = nodeBelow(node, `f:${name}`);
      result[name] = mergeConfiguration(live[name], value, property);
    }
  }
  return result;
}

/** Items of both in the applied order; what only the live list has stays before the item it was before. */
function mergedOrder(live: string[], applied: string[]): string[] {
  const isShared = new Set(live.filter(step => applied.includes(step)));
  const result: string[] = [];
  let position = 0;

  function takeLiveUpTo(step: string | undefined) {
    while (position < live.length && live[position] !== step) {
      if (!isShared.has(live[position])) {
        result.push(live[position]);
      }
      position++;
    }
  }

  applied.forEach((step, index) => {
    takeLiveUpTo(applied.slice(index).find(later => isShared.has(later)));
    result.push(step);
    if (live[position] === step) {
      position++;
    }
  });
  takeLiveUpTo(undefined);
  return result;
}
