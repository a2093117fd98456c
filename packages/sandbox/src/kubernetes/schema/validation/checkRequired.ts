import { Json } from '../../../client/types';
import { childPath } from '../childPath';
import { isJsonObject } from '../isJsonObject';
import { SchemaNode } from '../SchemaNode';
import { FieldError, JsonObject } from '../types';

/**
 * The fields that the schema requires. Lists and maps are left out: Go reads an
 * absent one as an empty one, and only the kind's own rules know whether that is wrong.
 */
export function checkRequired(
  object: JsonObject,
  node: SchemaNode,
): FieldError[] {
  const errors: FieldError[] = [];

  function check(value: Json, at: SchemaNode, path: string) {
    if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        if (at.item) {
          check(entry, at.item, childPath(path, index));
        }
      });
    } else if (isJsonObject(value)) {
      checkFields(value, at, path);
    }
  }

  function checkFields(fields: JsonObject, at: SchemaNode, path: string) {
    for (const name of at.schema.required ?? []) {
      const property = at.property(name);
      const isMissing = fields[name] === undefined || fields[name] === '';
      if (isMissing && property && canBeMissing(property)) {
        errors.push({
          reason: 'FieldValueRequired',
          message: 'Required value',
          field: childPath(path, name),
        });
      }
    }
    for (const [name, value] of Object.entries(fields)) {
      const property = at.property(name);
      if (
        property &&
        value !== undefined &&
        !(path === '' && name === 'status')
      ) {
        check(value, property, childPath(path, name));
      }
    }
  }

  checkFields(object, node, '');
  return errors;
}

function canBeMissing({ shape, schema }: SchemaNode): boolean {
  return (
    shape === 'scalar' || (shape === 'struct' && schema.default === undefined)
  );
}
