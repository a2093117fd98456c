import { isDeepStrictEqual } from 'node:util';
import { Json, KubernetesObject } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
import { storedForm } from '../schema/storedForm';
import { JsonObject } from '../schema/types';
import { timestamp } from '../operations/timestamp';
import { compare } from './compare';
import { describePath } from './describePath';
import { FieldPath, FieldSet } from './FieldSet';
import {
  decodeManagers,
  encodeManagers,
  isSameManager,
  Manager,
} from './Manager';
import { fieldsInLastApplied, refreshLastApplied } from './lastApplied';
import { mergeConfiguration } from './mergeConfiguration';
import { removeFields } from './removeFields';
import { toFieldSet } from './toFieldSet';
import { unmanagedFields } from './unmanagedFields';
import { withManagedFields } from './withManagedFields';

/** A field that somebody else set to another value. */
export interface FieldConflict {
  /** As messages show it: `"kubectl" using apps/v1`. */
  manager: string;
  /** For example `.spec.replicas`. */
  field: string;
}

export type ServerSideApplyResult =
  | { object: KubernetesObject }
  | { conflicts: FieldConflict[] };

export interface ServerSideApplyOptions {
  /** Absent when the object is to be created. */
  live?: KubernetesObject;
  /** The configuration as it was sent: no defaults. */
  applied: KubernetesObject;
  manager: string;
  force: boolean;
  subresource?: string;
  /** What this path cannot write, such as `[['f:status']]`: neither merged nor owned. */
  ignoredFields?: FieldPath[];
  now: Date;
  schemaNode: SchemaNode;
}

/** Merges a configuration into the live object, or says who is in the way. */
export function serverSideApply(
  options: ServerSideApplyOptions,
): ServerSideApplyResult {
  const { live, manager } = options;
  const result = merge(options);
  // Only kubectl itself takes over what its own client-side apply set.
  if (!('paths' in result) || manager !== 'kubectl' || !live) {
    return finish(result);
  }
  const allowed = fieldsInLastApplied(live, options.schemaNode);
  const remaining = result.paths.filter(
    ({ path }) => FieldSet.fromPaths([path]).intersection(allowed).isEmpty,
  );
  return finish(
    remaining.length
      ? { paths: remaining }
      : merge({ ...options, force: true }),
  );
}

type Merged =
  | { object: KubernetesObject }
  | { paths: { manager: Manager; path: FieldPath }[] };

function finish(result: Merged): ServerSideApplyResult {
  if ('object' in result) {
    return result;
  }
  return {
    conflicts: result.paths.map(({ manager, path }) => ({
      manager: describeManager(manager),
      field: describePath(path),
    })),
  };
}

function merge(options: ServerSideApplyOptions): Merged {
  const { schemaNode, force, now } = options;
  const ignored = FieldSet.fromPaths(options.ignoredFields ?? []);
  const applied = removeFields(
    asJson(withManagedFields(options.applied, undefined)),
    ignored,
    schemaNode,
  );
  const base = options.live ?? emptyLike(options.applied);
  const live = asJson(withManagedFields(base, undefined));
  const self: Manager = {
    name: options.manager,
    operation: 'Apply',
    apiVersion: options.applied.apiVersion,
    subresource: options.subresource,
    time: timestamp(now),
    fields: toFieldSet(applied, schemaNode).difference(unmanagedFields),
  };
  const known = options.live ? managersOf(options.live, schemaNode) : [];
  const before = known.find(other => isSameManager(other, self));
  const others = known.filter(other => other !== before);

  const merged = mergeConfiguration(live, applied, schemaNode);
  const after = removeFields(
    merged,
    abandoned({ before, self, others }),
    schemaNode,
  );
  const changes = compare(live, after, schemaNode);
  const written = changes.modified.union(changes.added);
  const paths = others.flatMap(manager =>
    manager.fields
      .intersection(written)
      .paths()
      .map(path => ({ manager, path })),
  );
  if (paths.length && !force) {
    return { paths };
  }

  const lost = written.union(changes.removed);
  const isUnchanged =
    options.live !== undefined &&
    isDeepStrictEqual(live, storedForm(after as JsonObject, schemaNode));
  const managers = [
    ...others.map(other => ({
      ...other,
      fields: other.fields.difference(lost),
    })),
    { ...self, time: isUnchanged && before ? before.time : self.time },
  ];
  const object = refreshLastApplied({
    object: after as unknown as KubernetesObject,
    applied: options.applied,
    manager: options.manager,
  });
  return { object: withManagedFields(object, encodeManagers(managers)) };
}

/** What this manager applied last time, does not apply now, and nobody else owns. */
function abandoned(options: {
  before: Manager | undefined;
  self: Manager;
  others: Manager[];
}): FieldSet {
  const { before, self, others } = options;
  if (!before) {
    return FieldSet.empty;
  }
  const owned = others.reduce(
    (all, other) => all.union(other.fields),
    self.fields,
  );
  return before.fields
    .withNamedParents()
    .difference(owned.withNamedParents())
    .difference(unmanagedFields);
}

/** An object from before anybody kept track belongs to one nameless updater. */
function managersOf(live: KubernetesObject, node: SchemaNode): Manager[] {
  const managers = decodeManagers(live.metadata.managedFields);
  if (managers.length) {
    return managers;
  }
  const fields = compare({}, asJson(live), node).added;
  return [
    {
      name: 'before-first-apply',
      operation: 'Update',
      apiVersion: live.apiVersion,
      fields: fields.difference(unmanagedFields),
    },
  ];
}

function describeManager(manager: Manager): string {
  const { name, subresource, operation, apiVersion } = manager;
  return [
    JSON.stringify(name),
    subresource ? ` with subresource ${JSON.stringify(subresource)}` : '',
    operation === 'Update' ? ` using ${apiVersion}` : '',
  ].join('');
}

function emptyLike({ apiVersion, kind, metadata }: KubernetesObject) {
  const { name, namespace } = metadata;
  return {
    apiVersion,
    kind,
    metadata: namespace ? { name, namespace } : { name },
  };
}

function asJson(object: object): Json {
  return object as Json;
}
