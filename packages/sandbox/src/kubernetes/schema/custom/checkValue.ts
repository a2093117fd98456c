import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../../client/types';
import { isJsonObject } from '../isJsonObject';
import { FieldError, JsonSchema } from '../types';

/** `string`, `integer`, `number`, `boolean`, `object`, `array` or `null`. */
export function jsonTypeOf(value: Json | undefined): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** The checks of one value that need no look at its children's schemas. */
export function checkValue(
  value: Json,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors = [
    ...checkEnum(value, schema, path),
    ...(typeof value === 'string' ? checkString(value, schema, path) : []),
    ...(typeof value === 'number' ? checkNumber(value, schema, path) : []),
    ...(Array.isArray(value) ? checkList(value, schema, path) : []),
  ];
  for (const part of schema.allOf ?? []) {
    errors.push(...checkAlternative(value, part, path));
  }
  const { anyOf, oneOf } = schema;
  for (const [word, parts] of Object.entries({ anyOf, oneOf })) {
    if (parts && !parts.some(part => fits(value, part, path))) {
      errors.push(
        invalid(
          path,
          value,
          `"${path}" must validate ${
            word === 'oneOf' ? 'one and only one schema' : 'at least one schema'
          } (${word})`,
        ),
      );
    }
  }
  return errors;
}

function fits(value: Json, schema: JsonSchema, path: string): boolean {
  return checkAlternative(value, schema, path).length === 0;
}

function checkAlternative(
  value: Json,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors = checkValue(value, schema, path);
  if (schema.type && schema.type !== jsonTypeOf(value)) {
    errors.push(
      invalid(path, value, `${path} in body must be of type ${schema.type}`),
    );
  }
  if (isJsonObject(value)) {
    for (const name of schema.required ?? []) {
      if (value[name] === undefined) {
        const field = path ? `${path}.${name}` : name;
        errors.push({
          reason: 'FieldValueRequired',
          message: 'Required value',
          field,
        });
      }
    }
  }
  return errors;
}

function checkEnum(
  value: Json,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  if (!schema.enum || schema.enum.some(e => isDeepStrictEqual(e, value))) {
    return [];
  }
  const supported = schema.enum.map(e => JSON.stringify(e)).join(', ');
  return [
    {
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: ${JSON.stringify(
        value,
      )}: supported values: ${supported}`,
      field: path,
    },
  ];
}

function checkString(
  value: string,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const { pattern, minLength, maxLength } = schema;
  const errors: FieldError[] = [];
  if (maxLength !== undefined && value.length > maxLength) {
    errors.push({
      reason: 'FieldValueInvalid',
      message: `Too long: may not be more than ${maxLength} bytes`,
      field: path,
    });
  }
  if (minLength !== undefined && value.length < minLength) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body should be at least ${minLength} chars long`,
      ),
    );
  }
  if (pattern !== undefined && !new RegExp(pattern).test(value)) {
    errors.push(
      invalid(path, value, `${path} in body should match '${pattern}'`),
    );
  }
  return errors;
}

function checkNumber(
  value: number,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const { minimum, maximum } = schema;
  const errors: FieldError[] = [];
  if (minimum !== undefined && value < minimum) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body should be greater than or equal to ${minimum}`,
      ),
    );
  }
  if (maximum !== undefined && value > maximum) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body should be less than or equal to ${maximum}`,
      ),
    );
  }
  return errors;
}

function checkList(
  value: Json[],
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const { minItems, maxItems } = schema;
  if (minItems !== undefined && value.length < minItems) {
    return [
      invalid(
        path,
        value.length,
        `${path} in body should have at least ${minItems} items`,
      ),
    ];
  }
  if (maxItems !== undefined && value.length > maxItems) {
    return [
      {
        reason: 'FieldValueTooMany',
        message: `Too many: ${value.length}: must have at most ${maxItems} items`,
        field: path,
      },
    ];
  }
  return [];
}

function invalid(path: string, value: Json, detail: string): FieldError {
  const shown =
    isJsonObject(value) || Array.isArray(value)
      ? JSON.stringify(jsonTypeOf(value))
      : JSON.stringify(value);
  return {
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${shown}: ${detail}`,
    field: path,
  };
}
