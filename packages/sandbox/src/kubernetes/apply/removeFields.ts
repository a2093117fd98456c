import { Json } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
import { FieldSet } from './FieldSet';
import { nodeBelow, structureOf } from './structure';

/** The value without the members of a set, each with everything below it. */
export function removeFields(
  value: Json,
  gone: FieldSet,
  node: SchemaNode | undefined,
): Json {
  if (gone.isEmpty) {
    return value;
  }
  const structure = structureOf(value, node);
  const keepBelow = (step: string, inner: Json): Json | undefined =>
    gone.child(step).member
      ? undefined
      : removeFields(inner, gone.child(step), nodeBelow(node, step));
  switch (structure.kind) {
    case 'fields': {
      const entries = Object.entries(structure.fields).map(([name, inner]) => [
        name,
        inner === undefined ? undefined : keepBelow(`f:${name}`, inner),
      ]);
      return Object.fromEntries(entries.filter(([, v]) => v !== undefined));
    }
    case 'items':
      return [...structure.items]
        .map(([step, item]) => keepBelow(step, item))
        .filter(item => item !== undefined);
    default:
      return value;
  }
}
