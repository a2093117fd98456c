import { Json, KubernetesObject } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
import { timestamp } from '../operations/timestamp';
import { compare } from './compare';
import { FieldPath, FieldSet } from './FieldSet';
import {
  decodeManagers,
  encodeManagers,
  isSameManager,
  Manager,
} from './Manager';
import { mergeOldManagers } from './mergeOldManagers';
import { unmanagedFields } from './unmanagedFields';
import { withManagedFields } from './withManagedFields';

export interface UpdateManagedFieldsOptions {
  /** Absent for a new object. */
  live?: KubernetesObject;
  /** The object that is about to be stored, complete with defaults. */
  updated: KubernetesObject;
  /** `fieldManager` of the request, else the first part of its user agent. */
  manager: string;
  subresource?: string;
  /** Of the request: the version that the manager speaks. */
  apiVersion: string;
  /** What this path cannot write, such as `[['f:status']]`: never owned. */
  ignoredFields?: FieldPath[];
  now: Date;
  schemaNode: SchemaNode;
}

/** Notes who owns what after a create, an update or a patch. */
export function updateManagedFields(
  options: UpdateManagedFieldsOptions,
): KubernetesObject {
  const { live, updated, manager, subresource, apiVersion } = options;
  const given = updated.metadata.managedFields;
  const isReset =
    !subresource && given !== undefined && given.every(isEmptyEntry);
  const known = isReset ? [] : managersOf(options);
  if (live && known.length === 0 && !isReset) {
    return updated;
  }

  const bare = withManagedFields(updated, undefined);
  const changes = compare(
    asJson(live ? withManagedFields(live, undefined) : {}),
    asJson(bare),
    options.schemaNode,
  );
  const taken = changes.added
    .union(changes.modified)
    .difference(unmanagedFields)
    .without(FieldSet.fromPaths(options.ignoredFields ?? []));
  const gone = changes.removed.union(changes.modified).union(changes.added);
  const rest = known.map(other => ({
    ...other,
    fields: other.fields.difference(gone),
  }));
  const self: Manager = {
    name: manager || 'unknown',
    operation: 'Update',
    apiVersion,
    subresource,
    fields: taken,
  };
  const managers = taken.isEmpty ? rest : add(rest, self, options.now);
  return withManagedFields(bare, encodeManagers(mergeOldManagers(managers)));
}

/** A request may bring the list along, but only through the main resource. */
function managersOf(options: UpdateManagedFieldsOptions): Manager[] {
  const { live, updated, subresource } = options;
  const brought = subresource
    ? []
    : decodeManagers(updated.metadata.managedFields);
  return brought.length
    ? brought
    : decodeManagers(live?.metadata.managedFields);
}

function add(managers: Manager[], self: Manager, now: Date): Manager[] {
  const before = managers.find(other => isSameManager(other, self));
  return [
    ...managers.filter(other => other !== before),
    {
      ...self,
      time: timestamp(now),
      fields: self.fields.union(before?.fields ?? FieldSet.empty),
    },
  ];
}

function isEmptyEntry(entry: Json): boolean {
  return typeof entry === 'object' && Object.keys(entry ?? {}).length === 0;
}

function asJson(object: object): Json {
  return object as Json;
}
