import { isObject } from '../json/isObject';

const KEYS = ['detail', 'message', 'faultstring', 'error_message', 'title'];
const DEEPEST = 4;

/**
 * The words in the many shapes of errors: Magnum's `errors`, Keystone's
 * `error`, Nova's and Neutron's object under a name of its kind.
 */
export function wordsInJson(body: unknown, depth = 0): string | undefined {
  if (typeof body === 'string') {
    return body;
  }
  if (!isObject(body) || depth > DEEPEST) {
    return undefined;
  }
  if (Array.isArray(body.errors)) {
    const words = body.errors.map(error => wordsInJson(error, depth + 1));
    return [...new Set(words.filter(Boolean))].join('; ');
  }
  if (body.error !== undefined) {
    return wordsInJson(body.error, depth + 1);
  }
  const own = KEYS.map(key => body[key]).find(isText);
  if (own) {
    return own;
  }
  const values = Object.values(body);
  const inside = values.filter(isObject);
  return inside.length === 1
    ? wordsInJson(inside[0], depth + 1)
    : values.find(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
