import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../client/types';
import { goKindOf } from '../schema/builtin/goNames';
import { isJsonObject } from '../schema/isJsonObject';
import { JsonObject } from '../schema/types';
import { PatchError } from './PatchError';

const MAX_OPERATIONS = 10_000;

/** JSON patch (RFC 6902); `object` stays as it is. */
export function applyJsonPatch(object: JsonObject, patch: Json): JsonObject {
  if (!Array.isArray(patch)) {
    throw new PatchError(
      400,
      `error decoding patch: json: cannot unmarshal ${goKindOf(
        patch,
      )} into Go value of type []handlers.jsonPatchOp`,
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
      return add(document, path, value);
    case 'remove':
      return remove(document, path);
    case 'replace':
      return replace(document, path, value);
    case 'move': {
      const moved = read(document, from);
      remove(document, from);
      return add(document, path, moved);
    }
    case 'copy':
      return add(document, path, structuredClone(read(document, from)));
    case 'test':
      return test(document, path, value);
    default:
      throw rejected();
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
  if (key === '__proto__') {
    throw rejected();
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

/** Kubernetes does not tell which operation failed, nor why. */
function rejected(): PatchError {
  return new PatchError(
    422,
    'the server rejected our request due to an error in our request',
  );
}

function indexIn(list: Json[], key: string, highest: number): number {
  const index = Number(key) < 0 ? Number(key) + list.length : Number(key);
  if (!/^-?\d+$/.test(key) || index < 0 || index > highest) {
    throw rejected();
  }
  return index;
}

function add(document: { root: Json }, path: string, value: Json) {
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
    throw rejected();
  }
}

function remove(document: { root: Json }, path: string) {
  const { container, key } = locate(document, path);
  if (Array.isArray(container)) {
    container.splice(indexIn(container, key, container.length - 1), 1);
  } else if (isJsonObject(container) && Object.hasOwn(container, key)) {
    delete container[key];
  } else {
    throw rejected();
  }
}

/** Upstream's library sets a field that was not there instead of refusing. */
function replace(document: { root: Json }, path: string, value: Json) {
  const { container, key } = locate(document, path);
  if (Array.isArray(container)) {
    container[indexIn(container, key, container.length - 1)] = value;
  } else {
    add(document, path, value);
  }
}

function read(document: { root: Json }, path: string): Json {
  const { container, key } = locate(document, path);
  const value = childOf(container, key);
  if (value === undefined) {
    throw rejected();
  }
  return value;
}

function test(document: { root: Json }, path: string, value: Json) {
  const { container, key } = locate(document, path);
  const actual = path === '' ? document.root : childOf(container, key) ?? null;
  if (!isDeepStrictEqual(actual, value)) {
    throw rejected();
  }
}
