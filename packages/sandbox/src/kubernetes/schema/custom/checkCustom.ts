import { Json } from '../../../client/types';
import { stepOf } from '../../apply/structure';
import { childPath } from '../childPath';
import { isJsonObject } from '../isJsonObject';
import { SchemaNode } from '../SchemaNode';
import { FieldError, JsonObject } from '../types';
import { checkValue, jsonTypeOf } from './checkValue';

/** Checks a custom object against its structural schema. */
export function checkCustom(
  object: JsonObject,
  node: SchemaNode,
): FieldError[] {
  const errors: FieldError[] = [];

  function check(value: Json, at: SchemaNode, path: string) {
    if (!at.custom) {
      return;
    }
    if (value === null && at.schema.nullable) {
      return;
    }
    if (!hasType(value, at)) {
      const { type = 'object' } = at.schema;
      const actual = jsonTypeOf(value);
      errors.push({
        reason: 'FieldValueTypeInvalid',
        message: `Invalid value: "${actual}": ${path} in body must be of type ${type}: "${actual}"`,
        field: path,
      });
      return;
    }
    errors.push(...checkValue(value, at.schema, path));
    if (Array.isArray(value)) {
      checkItems(value, at, path);
    } else if (isJsonObject(value)) {
      checkFields(value, at, path);
    }
  }

  function checkItems(items: Json[], at: SchemaNode, path: string) {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      const here = childPath(path, index);
      if (at.item) {
        check(item, at.item, here);
      }
      if (at.isAtomic) {
        return;
      }
      const step = stepOf(item, at);
      if (seen.has(step)) {
        errors.push({
          reason: 'FieldValueDuplicate',
          message: `Duplicate value: ${step.slice(2)}`,
          field: here,
        });
      }
      seen.add(step);
    });
  }

  function checkFields(fields: JsonObject, at: SchemaNode, path: string) {
    for (const name of at.schema.required ?? []) {
      if (fields[name] === undefined) {
        errors.push({
          reason: 'FieldValueRequired',
          message: 'Required value',
          field: childPath(path, name),
        });
      }
    }
    for (const [name, value] of Object.entries(fields)) {
      const property = at.property(name);
      if (property && value !== undefined) {
        check(value, property, childPath(path, name));
      }
    }
  }

  check(object, node, '');
  return errors.sort((a, b) => (a.field < b.field ? -1 : 1));
}

function hasType(value: Json, node: SchemaNode): boolean {
  const { type } = node.schema;
  if (node.isIntOrString) {
    return typeof value === 'string' || Number.isInteger(value);
  }
  if (type === undefined) {
    return true;
  }
  const actual = jsonTypeOf(value);
  return actual === type || (type === 'number' && actual === 'integer');
}
