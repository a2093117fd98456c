import { isJsonObject, JsonObject } from '../../http/jsonObject';
import { ServiceError } from '../../http/ServiceError';
import { invalid } from '../magnumError';
import { pythonText } from './pythonText';

/**
 * A copy of an object with a JSON Patch applied, as far as Magnum knows that:
 * a field, or a key inside a field.
 *
 * @throws ServiceError in Magnum's words.
 */
export function applyPatch<T extends JsonObject>(
  object: T,
  patch: unknown,
  options: { internal: string[]; mandatory?: string[] },
): T {
  const steps = Array.isArray(patch) ? patch.filter(isJsonObject) : [];
  const printed = pythonText(
    steps.map(({ path, op, value }) => ({
      path,
      op,
      ...(value !== undefined && { value }),
    })),
  );
  const result: JsonObject = { ...object };
  for (const { op, path, value } of steps) {
    if (op === undefined) {
      throw invalid('op', 'None', 'Mandatory field missing.');
    }
    if (!['replace', 'add', 'remove'].includes(String(op))) {
      throw invalid(
        'op',
        String(op),
        'Value should be one of: replace, add, remove',
      );
    }
    const [field, key] = String(path).replace(/^\//, '').split('/');
    if (options.internal.includes(field)) {
      throw new ServiceError(
        400,
        `'/${field}' is an internal attribute and can not be updated`,
      );
    }
    if (op === 'remove' && options.mandatory?.includes(field)) {
      throw new ServiceError(
        400,
        `'/${field}' is a mandatory attribute and can not be removed`,
      );
    }
    const within =
      key === undefined ? undefined : { ...objectIn(result[field]) };
    const [holder, last] = within ? [within, key] : [result, field];
    if (!(field in result) || (op !== 'add' && !(last in holder))) {
      const verb = op === 'remove' ? 'remove' : 'replace';
      throw new ServiceError(
        400,
        `Couldn't apply patch '${printed}'. Reason: can't ${verb} a non-existent object '${last}'`,
      );
    }
    if (op === 'remove' && within) {
      delete within[key];
    } else {
      holder[last] = op === 'remove' ? null : value;
    }
    if (within) {
      result[field] = within;
    }
  }
  return result as T;
}

function objectIn(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
