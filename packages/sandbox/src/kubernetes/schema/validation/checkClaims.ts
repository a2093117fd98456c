import { part } from '../defaults/fields';
import { JsonObject } from '../types';
import { compareQuantities } from './compareQuantities';
import { FieldErrors } from './FieldErrors';

const ACCESS_MODES = [
  'ReadOnlyMany',
  'ReadWriteMany',
  'ReadWriteOnce',
  'ReadWriteOncePod',
];

/** Checks a PersistentVolumeClaim. */
export function checkVolumeClaim(
  object: JsonObject,
  errors: FieldErrors,
): void {
  const spec = part(object, 'spec') ?? {};
  const modes = Array.isArray(spec.accessModes) ? spec.accessModes : [];
  if (modes.length === 0) {
    errors.required('spec.accessModes', 'at least 1 access mode is required');
  }
  modes.forEach(mode => errors.oneOf('spec.accessModes', mode, ACCESS_MODES));
  const storage = part(part(spec, 'resources'), 'requests')?.storage;
  if (storage === undefined) {
    errors.required('spec.resources[storage]');
  } else if (compareQuantities(storage, '0') <= 0) {
    errors.invalid(
      'spec.resources[storage]',
      storage,
      'must be greater than zero',
    );
  }
}

/** Checks a ResourceQuota. */
export function checkQuota(object: JsonObject, errors: FieldErrors): void {
  const hard = part(part(object, 'spec'), 'hard') ?? {};
  for (const name of Object.keys(hard).sort()) {
    if (compareQuantities(hard[name], '0') < 0) {
      errors.invalid(
        `spec.hard[${name}]`,
        hard[name],
        'must be greater than or equal to 0',
      );
    }
  }
}
