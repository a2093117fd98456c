import { isJsonObject } from '../isJsonObject';
import { FieldError, GroupVersionKind, JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';
import {
  isLabelValue,
  isPathSegment,
  isQualifiedName,
  isSubdomain,
  isUndottedName,
  NameRule,
} from './nameRules';

const UNDOTTED = new Set(['Namespace', 'Service']);
const RBAC = 'rbac.authorization.k8s.io';

/** Checks an object's name, labels and annotations. */
export function checkMetadata(
  object: JsonObject,
  gvk: GroupVersionKind,
): FieldError[] {
  const errors = new FieldErrors();
  const metadata = isJsonObject(object.metadata) ? object.metadata : {};
  if (typeof metadata.name === 'string') {
    errors.reasons('metadata.name', metadata.name, ruleFor(gvk)(metadata.name));
  }
  checkLabels(metadata.labels, 'metadata.labels', errors);
  for (const key of keysOf(metadata.annotations)) {
    errors.reasons(
      'metadata.annotations',
      key,
      isQualifiedName(key.toLowerCase()),
    );
  }
  return errors.all;
}

/** Checks keys and values of labels. */
export function checkLabels(
  labels: unknown,
  field: string,
  errors: FieldErrors,
): void {
  for (const key of keysOf(labels)) {
    const value = String((labels as JsonObject)[key]);
    errors.reasons(field, key, isQualifiedName(key));
    errors.reasons(field, value, isLabelValue(value));
  }
}

function keysOf(value: unknown): string[] {
  return isJsonObject(value) ? Object.keys(value).sort() : [];
}

function ruleFor({ group, kind }: GroupVersionKind): NameRule {
  if (group === '' && UNDOTTED.has(kind)) {
    return isUndottedName;
  }
  return group === RBAC ? isPathSegment : isSubdomain;
}
