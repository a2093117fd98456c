import { Json } from '../../../client/types';
import { SchemaNode } from '../SchemaNode';

/** What Go's JSON package calls a value in "cannot unmarshal ...". */
export function goKindOf(value: Json | undefined): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'number' : `number ${value}`;
    default:
      return typeof value;
  }
}

/** The Go type that a schema was generated from: `int32`, `[]v1.Container` ... */
export function goTypeOf(node: SchemaNode): string {
  if (node.component) {
    return node.component.split('.').slice(-2).join('.');
  }
  switch (node.shape) {
    case 'list':
      return `[]${goTypeOf(node.item!)}`;
    case 'map':
      return `map[string]${goTypeOf(node.property('')!)}`;
    default:
      return scalarType(node);
  }
}

function scalarType({ schema }: SchemaNode): string {
  switch (schema.type) {
    case 'boolean':
      return 'bool';
    case 'integer':
      return schema.format ?? 'int32';
    case 'number':
      return 'float64';
    default:
      return schema.format === 'byte' ? '[]uint8' : 'string';
  }
}
