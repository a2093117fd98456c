import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../client/types';
import { isJsonObject } from '../schema/isJsonObject';
import { SchemaNode } from '../schema/SchemaNode';
import { JsonObject } from '../schema/types';
import { mergeKeyOf, mergesList, patchStrategiesOf } from './patchStrategies';
import { notAnObject, PatchError } from './PatchError';
import { inGo } from './inGo';
import { sortBySetElementOrder } from './sortBySetElementOrder';

const DIRECTIVE = '$patch';
const RETAIN_KEYS = '$retainKeys';
const DELETE_PREFIX = '$deleteFromPrimitiveList/';
const ORDER_PREFIX = '$setElementOrder/';

/** Kubernetes' own patch, which merges lists by key; `object` stays as it is. */
export function applyStrategicMergePatch(
  object: JsonObject,
  patch: Json,
  schemaNode: SchemaNode,
): JsonObject {
  if (!isJsonObject(patch)) {
    throw notAnObject(patch);
  }
  return mergeFields(object, patch, schemaNode);
}

function mergeFields(
  original: JsonObject,
  patch: JsonObject,
  node: SchemaNode | undefined,
): JsonObject {
  const { [DIRECTIVE]: directive, [RETAIN_KEYS]: retain, ...fields } = patch;
  if (directive === 'replace') {
    return fields;
  }
  if (directive === 'delete') {
    return {};
  }
  if (directive !== undefined && directive !== 'merge') {
    throw unknownDirective(directive, patch);
  }
  const result = retain ? retainKeys(original, retain) : { ...original };

  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith(DELETE_PREFIX)) {
      const name = key.slice(DELETE_PREFIX.length);
      result[name] = without(result[name], value);
    }
  }
  for (const [key, value] of Object.entries(fields)) {
    if (!key.startsWith('$') && key !== '__proto__') {
      mergeField({
        result,
        key,
        value,
        node,
        order: fields[`${ORDER_PREFIX}${key}`],
      });
    }
  }
  for (const [key, order] of Object.entries(fields)) {
    const name = key.slice(ORDER_PREFIX.length);
    const list = result[name];
    if (
      key.startsWith(ORDER_PREFIX) &&
      !(name in fields) &&
      Array.isArray(list)
    ) {
      result[name] = sortBySetElementOrder({
        list,
        original: list,
        order,
        mergeKey: mergeKeyOf(node?.property(name)),
      });
    }
  }
  return result;
}

function mergeField(options: {
  result: JsonObject;
  key: string;
  value: Json | undefined;
  node: SchemaNode | undefined;
  order: Json | undefined;
}) {
  const { result, key, value, node, order } = options;
  const property = node?.property(key);
  const before = result[key];
  if (value === null || value === undefined) {
    delete result[key];
  } else if (isJsonObject(value)) {
    const replaces = patchStrategiesOf(property).includes('replace');
    const base = isJsonObject(before) && !replaces ? before : {};
    if (value[DIRECTIVE] === 'delete') {
      delete result[key];
    } else {
      result[key] = mergeFields(base, value, property);
    }
  } else if (Array.isArray(value) && mergesList(property)) {
    const original = Array.isArray(before) ? before : [];
    const list = mergeList(original, value, property!);
    result[key] = sortBySetElementOrder({
      list,
      original,
      // Without an order of its own, the patch itself gives it.
      order: order ?? value,
      mergeKey: mergeKeyOf(property),
    });
  } else {
    result[key] = value;
  }
}

function mergeList(original: Json[], patch: Json[], node: SchemaNode): Json[] {
  const mergeKey = mergeKeyOf(node);
  if (mergeKey === undefined) {
    const added = patch.filter(
      value => !original.some(kept => isDeepStrictEqual(kept, value)),
    );
    return [...original, ...added];
  }
  if (
    patch.some(entry => isJsonObject(entry) && entry[DIRECTIVE] === 'replace')
  ) {
    return patch.filter(entry => isJsonObject(entry) && !(DIRECTIVE in entry));
  }
  let result = [...original];
  for (const entry of patch) {
    const key = isJsonObject(entry) ? entry[mergeKey] : undefined;
    if (!isJsonObject(entry) || key === undefined) {
      throw new PatchError(
        500,
        `map: ${inGo(entry)} does not contain declared merge key: ${mergeKey}`,
      );
    }
    const index = result.findIndex(
      kept => isJsonObject(kept) && kept[mergeKey] === key,
    );
    if (entry[DIRECTIVE] === 'delete') {
      result = result.filter(
        kept => !isJsonObject(kept) || kept[mergeKey] !== key,
      );
    } else if (index >= 0) {
      result[index] = mergeFields(
        result[index] as JsonObject,
        entry,
        node.item,
      );
    } else {
      result.push(mergeFields({}, entry, node.item));
    }
  }
  return result;
}

function retainKeys(original: JsonObject, keys: Json): JsonObject {
  const kept = Array.isArray(keys) ? keys : [];
  return Object.fromEntries(
    Object.entries(original).filter(([key]) => kept.includes(key)),
  );
}

function without(list: Json | undefined, removed: Json | undefined): Json {
  const gone = Array.isArray(removed) ? removed : [];
  return (Array.isArray(list) ? list : []).filter(
    value => !gone.some(entry => isDeepStrictEqual(entry, value)),
  );
}

function unknownDirective(directive: Json, patch: JsonObject): PatchError {
  return new PatchError(
    500,
    `unknown patch type: ${directive} in map: ${inGo(patch)}`,
  );
}
