import { Json } from '../../../client/types';
import { childPath } from '../childPath';
import { isJsonObject } from '../isJsonObject';
import { SchemaNode } from '../SchemaNode';
import { JsonObject } from '../types';
import { canonicalQuantity } from './canonicalQuantity';
import { goKindOf, goTypeOf } from './goNames';

/** What reading a JSON object into the Go type of a built-in kind makes of it. */
export interface Decoded {
  /** Without unknown fields, nulls and what `omitempty` drops. */
  object: JsonObject;
  unknownFields: string[];
  /** Why it cannot be read at all, in the words of Go's JSON package. */
  error?: string;
}

const QUANTITY_ERROR =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Pointers to strings in Go, whose empty value is kept. */
const KEPT_EMPTY = new Set([
  'apiGroup',
  'ingressClassName',
  'runtimeClassName',
  'storageClassName',
  'volumeAttributesClassName',
]);

interface Place {
  path: string;
  /** `DeploymentSpec.spec.replicas`: the struct, then the path without indexes. */
  goField: string;
}

/** Reads a built-in object as the API server's decoder does. */
export function decodeBuiltIn(object: JsonObject, node: SchemaNode): Decoded {
  const unknownFields: string[] = [];
  let error: string | undefined;

  function fail(message: string): undefined {
    error ??= message;
    return undefined;
  }

  function mismatch(value: Json, at: SchemaNode, place: Place): undefined {
    return fail(
      `json: cannot unmarshal ${goKindOf(value)} into Go struct field ${
        place.goField
      } of type ${goTypeOf(at)}`,
    );
  }

  function decode(value: Json, at: SchemaNode, place: Place): Json | undefined {
    switch (at.shape) {
      case 'any':
        return value;
      case 'scalar':
        return decodeScalar(value, at, place);
      case 'list':
        return Array.isArray(value)
          ? decodeList(value, at, place)
          : mismatch(value, at, place);
      default:
        return isJsonObject(value)
          ? decodeFields(value, at, place)
          : mismatch(value, at, place);
    }
  }

  function decodeList(list: Json[], at: SchemaNode, place: Place): Json[] {
    return list.map((value, index) => {
      const itemPlace = { ...place, path: childPath(place.path, index) };
      return value === null ? null : decode(value, at.item!, itemPlace) ?? null;
    });
  }

  function decodeFields(
    fields: JsonObject,
    at: SchemaNode,
    place: Place,
  ): JsonObject {
    const isStruct = at.shape === 'struct';
    const result: JsonObject = {};
    const struct = at.component?.split('.').pop() ?? '';
    const jsonPath = place.path.replace(/\[\d+\]/g, '');
    for (const [name, value] of Object.entries(fields)) {
      const property = at.property(name);
      const path = childPath(place.path, name);
      if (!property) {
        unknownFields.push(path);
        continue;
      }
      if (value === undefined || value === null) {
        continue;
      }
      const decoded = decode(value, property, {
        path,
        // Go names the field that holds a map, not the entry.
        goField: isStruct
          ? `${struct}.${jsonPath ? `${jsonPath}.` : ''}${name}`
          : place.goField,
      });
      if (
        decoded !== undefined &&
        !(isStruct && isOmitted(name, decoded, at))
      ) {
        result[name] = decoded;
      }
    }
    return result;
  }

  function decodeScalar(value: Json, at: SchemaNode, place: Place) {
    const { type, format, oneOf } = at.schema;
    if (at.isIntOrString) {
      const fits = typeof value === 'string' || Number.isInteger(value);
      return fits ? value : mismatch(value, at, place);
    }
    if (oneOf) {
      return canonicalQuantity(String(value)) ?? fail(QUANTITY_ERROR);
    }
    const fits =
      type === 'integer'
        ? Number.isInteger(value)
        : typeof value === type || typeof value === (type as string);
    if (!fits) {
      return mismatch(value, at, place);
    }
    if (format === 'date-time' && Number.isNaN(Date.parse(String(value)))) {
      return fail(
        `parsing time "${value}" as "2006-01-02T15:04:05Z07:00": cannot parse "${value}" as "2006"`,
      );
    }
    if (format === 'byte' && !BASE64.test(String(value))) {
      return fail(
        `illegal base64 data at input byte ${firstBad(String(value))}`,
      );
    }
    return value;
  }

  const decoded = decodeFields(object, node, { path: '', goField: '' });
  return { object: decoded, unknownFields, error };
}

function isOmitted(name: string, value: Json, parent: SchemaNode): boolean {
  if (parent.schema.required?.includes(name) || KEPT_EMPTY.has(name)) {
    return false;
  }
  if (value === '' || (Array.isArray(value) && value.length === 0)) {
    return true;
  }
  return (
    parent.property(name)!.shape === 'map' && Object.keys(value!).length === 0
  );
}

function firstBad(text: string): number {
  const found = /[^A-Za-z0-9+/]/.exec(text);
  return found ? found.index : text.length - (text.length % 4);
}
