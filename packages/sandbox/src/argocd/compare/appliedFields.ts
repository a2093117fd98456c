import { KubernetesObject } from '../../client';
import { LAST_APPLIED_ANNOTATION } from '../constants';
import { JsonRecord } from './isRecord';

/** What Argo CD calls itself when it applies on the server's side. */
export const FIELD_MANAGER = 'argocd-controller';

interface ManagedFields {
  manager?: string;
  operation?: string;
  fieldsV1?: JsonRecord;
}

/**
 * What was applied to an object last time, as far as it matters: which fields
 * were there. From the annotation of client-side apply, else from our fields.
 */
export function appliedFields(live: KubernetesObject): JsonRecord {
  const text = live.metadata.annotations?.[LAST_APPLIED_ANNOTATION];
  try {
    if (text !== undefined) {
      return JSON.parse(text);
    }
  } catch {
    return {};
  }
  const own = (
    live.metadata.managedFields as ManagedFields[] | undefined
  )?.find(
    ({ manager, operation }) =>
      manager === FIELD_MANAGER && operation === 'Apply',
  );
  return (own?.fieldsV1 ? decode(own.fieldsV1) : {}) as JsonRecord;
}

// `f:name` is a field, `k:{...}` an item by its keys, `v:...` one of a set.
function decode(fields: JsonRecord): unknown {
  const entries = Object.entries(fields).filter(([name]) => name !== '.');
  if (entries.some(([name]) => name.startsWith('k:'))) {
    return entries
      .filter(([name]) => name.startsWith('k:'))
      .map(([name, inner]) => ({
        ...(decode(inner as JsonRecord) as object),
        ...JSON.parse(name.slice(2)),
      }));
  }
  return Object.fromEntries(
    entries
      .filter(([name]) => name.startsWith('f:'))
      .map(([name, inner]) => [name.slice(2), decode(inner as JsonRecord)]),
  );
}
