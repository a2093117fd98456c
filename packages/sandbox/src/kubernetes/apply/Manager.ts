import { Json } from '../../client/types';
import { isJsonObject } from '../schema/isJsonObject';
import { FieldSet } from './FieldSet';

/** One entry of `metadata.managedFields`. */
export interface Manager {
  name: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  subresource?: string;
  time?: string;
  fields: FieldSet;
}

/** Reads `metadata.managedFields`; what is no entry is left out. */
export function decodeManagers(managedFields: Json | undefined): Manager[] {
  if (!Array.isArray(managedFields)) {
    return [];
  }
  return managedFields.filter(isJsonObject).flatMap(entry =>
    isJsonObject(entry.fieldsV1)
      ? [
          {
            name: String(entry.manager ?? ''),
            operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
            apiVersion: String(entry.apiVersion ?? ''),
            subresource: entry.subresource as string | undefined,
            time: entry.time as string | undefined,
            fields: FieldSet.decode(entry.fieldsV1),
          } satisfies Manager,
        ]
      : [],
  );
}

/** Writes `metadata.managedFields`: appliers first, then the oldest. */
export function encodeManagers(managers: Manager[]): Json[] | undefined {
  const entries = managers
    .filter(manager => !manager.fields.isEmpty)
    .sort(
      (a, b) =>
        a.operation.localeCompare(b.operation) ||
        (a.time ?? '').localeCompare(b.time ?? '') ||
        a.name.localeCompare(b.name) ||
        a.apiVersion.localeCompare(b.apiVersion) ||
        (a.subresource ?? '').localeCompare(b.subresource ?? ''),
    )
    .map(({ name, operation, apiVersion, subresource, time, fields }) => ({
      apiVersion,
      fieldsType: 'FieldsV1',
      fieldsV1: fields.encode(),
      manager: name,
      operation,
      ...(subresource ? { subresource } : {}),
      ...(time ? { time } : {}),
    }));
  return entries.length ? entries : undefined;
}

/** Whether two entries are of the same writer; an applier stays one across versions. */
export function isSameManager(a: Manager, b: Manager): boolean {
  return (
    a.name === b.name &&
    a.operation === b.operation &&
    (a.subresource ?? '') === (b.subresource ?? '') &&
    (a.operation === 'Apply' || a.apiVersion === b.apiVersion)
  );
}
