import { Json } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
import { FieldSet } from './FieldSet';
import { nodeBelow, structureOf } from './structure';

/** The fields that an applied configuration claims. */
export function toFieldSet(
  value: Json | undefined,
  node: SchemaNode | undefined,
): FieldSet {
  const structure = structureOf(value, node);
  switch (structure.kind) {
    case 'fields':
      return fieldsOf(structure.fields, node);
    case 'items': {
      const items = [...structure.items].map(
        ([step, item]): [string, FieldSet] => [
          step,
          toFieldSet(item, node?.item).union(FieldSet.leaf),
        ],
      );
      return FieldSet.of(items.length === 0, items);
    }
    default:
      return FieldSet.leaf;
  }
}

function fieldsOf(
  fields: Record<string, Json | undefined>,
  node: SchemaNode | undefined,
): FieldSet {
  const entries = Object.entries(fields).filter(([, v]) => v !== undefined);
  // An entry of a map is a field by itself, a field of a struct only through its content.
  const isDeclared = (name: string) =>
    Object.hasOwn(node?.schema.properties ?? {}, name);
  const children = entries.map(([name, value]): [string, FieldSet] => {
    const set = toFieldSet(value, nodeBelow(node, `f:${name}`));
    return [`f:${name}`, isDeclared(name) ? set : set.union(FieldSet.leaf)];
  });
  return FieldSet.of(entries.length === 0, children);
}
