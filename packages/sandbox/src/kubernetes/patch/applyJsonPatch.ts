import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../client/types';
import { isJsonObject } from '../schema/isJsonObject';
import { JsonObject } from '../schema/types';
import { PatchError } from './PatchError';

const MAX_OPERATIONS = 10_000;

/** JSON patch (RFC 6902); `object` stays as it is. */
export function applyJsonPatch(object: JsonObject, patch: Json): JsonObject {
  if (!Array.isArray(patch)) {
    throw new PatchError(
      400,
      'error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    );
  }
  if (patch.length > MAX_OPERATIONS) {
    throw new PatchError(
      422,
      `The allowed maximum operations in a JSON patch is ${MAX_OPERATIONS}, got ${patch.length}`,
    );
  }
  const document = { root: structuredClone(object) as Json };
  for (const operation of patch) {
    applyOperation(document, isJsonObject(operation) ? operation : {});
  }
  return document.root as JsonObject;
}

function applyOperation(document: { root: Json }, operation: JsonObject) {
  const path = String(operation.path ?? '');
  const from = String(operation.from ?? '');
  const value = structuredClone(operation.value ?? null);
  switch (operation.op) {
    case 'add':
      return add(document, path, value, 'add');
    case 'remove':
      return remove(document, path, 'remove');
    case 'replace':
      return replace(document, path, value);
    case 'move': {
      const moved = read(document, from, 'move');
      remove(document, from, 'move');
      return add(document, path, moved, 'move');
    }
    case 'copy':
      return add(
        document,
        path,
        structuredClone(read(document, from, 'copy')),
        'copy',
      );
    case 'test':
      return test(document, path, value);
    default:
      throw new PatchError(
        422,
        `Unexpected kind: ${operation.op ?? 'unknown'}`,
      );
  }
}

/** The container that a pointer's last step is in, when everything before exists. */
function locate(document: { root: Json }, path: string) {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = steps.pop() ?? '';
  let container: Json | undefined = document.root;
  for (const step of steps) {
    container = childOf(container, step);
  }
  const isContainer = Array.isArray(container) || isJsonObject(container);
  return { key, container: isContainer ? container : undefined };
}

function childOf(container: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(container)) {
    return container[Number(key)];
  }
  return isJsonObject(container) && Object.hasOwn(container, key)
    ? container[key]
    : undefined;
}

function missingPath(operation: string, path: string): PatchError {
  return new PatchError(
    422,
    `${operation} operation does not apply: doc is missing path: "${path}": missing value`,
  );
}

function indexIn(list: Json[], key: string, highest: number): number {
  if (!/^-?\d+$/.test(key)) {
    throw new PatchError(422, `strconv.Atoi: parsing "${key}": invalid syntax`);
  }
  const index = Number(key) < 0 ? Number(key) + list.length : Number(key);
  if (index < 0 || index > highest) {
    throw new PatchError(
      422,
      `Unable to access invalid index: ${key}: invalid index referenced`,
    );
  }
  return index;
}

function add(
  document: { root: Json },
  path: string,
  value: Json,
  operation: string,
) {
  if (path === '') {
    document.root = value;
    return;
  }
  const { container, key } = locate(document, path);
  if (Array.isArray(container)) {
    const index =
      key === '-'
        ? container.length
        : indexIn(container, key, container.length);
    container.splice(index, 0, value);
  } else if (isJsonObject(container)) {
    container[key] = value;
  } else {
    throw missingPath(operation, path);
  }
}

function remove(document: { root: Json }, path: string, operation: string) {
  const { container, key } = locate(document, path);
  if (Array.isArray(container)) {
    container.splice(indexIn(container, key, container.length - 1), 1);
  } else if (isJsonObject(container)) {
    if (!Object.hasOwn(container, key)) {
      throw new PatchError(
        422,
        `error in remove for path: '${path}': Unable to remove nonexistent key: ${key}: missing value`,
      );
    }
    delete container[key];
  } else {
    throw missingPath(operation, path);
  }
}

function replace(document: { root: Json }, path: string, value: Json) {
  if (path === '') {
    document.root = value;
    return;
  }
  const { container, key } = locate(document, path);
  if (container === undefined) {
    throw new PatchError(
      422,
      `replace operation does not apply: doc is missing path: ${path}: missing value`,
    );
  }
  if (childOf(container, key) === undefined) {
    throw new PatchError(
      422,
      `replace operation does not apply: doc is missing key: ${path}: missing value`,
    );
  }
  (container as JsonObject)[key] = value;
}

function read(document: { root: Json }, path: string, operation: string): Json {
  const { container, key } = locate(document, path);
  const value = childOf(container, key);
  if (value === undefined) {
    throw missingPath(operation, path);
  }
  return value;
}

function test(document: { root: Json }, path: string, value: Json) {
  const { container, key } = locate(document, path);
  const actual = path === '' ? document.root : childOf(container, key) ?? null;
  if (!isDeepStrictEqual(actual, value)) {
    throw new PatchError(422, `testing value ${path} failed: test failed`);
  }
}
