import { isJsonObject, JsonObject } from '../../http/jsonObject';
import { ServiceError } from '../../http/ServiceError';
import { invalid } from '../magnumError';
import { pythonText } from './pythonText';

/** What a field takes. */
export interface FieldRule {
  type: 'text' | 'integer' | 'boolean' | 'labels' | 'list';
  minimum?: number;
  minimumLength?: number;
  maximumLength?: number;
  pattern?: string;
  oneOf?: string[];
  mandatory?: boolean;
}

const TRUE = ['true', 't', '1', 'yes', 'y', 'on'];
const FALSE = ['false', 'f', '0', 'no', 'n', 'off'];

/**
 * The fields of a body, each read as its rule says; `null` is as absent.
 *
 * @throws ServiceError in Magnum's words.
 */
export function readFields(
  body: unknown,
  argument: string,
  rules: Record<string, FieldRule>,
): JsonObject {
  if (!isJsonObject(body)) {
    throw new ServiceError(
      500,
      `'${
        Array.isArray(body) ? 'list' : 'str'
      }' object has no attribute 'keys'`,
    );
  }
  const unknown = Object.keys(body).find(name => !(name in rules));
  if (unknown !== undefined) {
    throw new ServiceError(
      400,
      `Unknown attribute for argument ${argument}: ${unknown}`,
    );
  }
  const fields: JsonObject = {};
  for (const [name, rule] of Object.entries(rules)) {
    const value = body[name] ?? undefined;
    if (value !== undefined) {
      fields[name] = readField(name, value, { rule, argument, body });
    } else if (rule.mandatory) {
      throw invalid(name, 'None', 'Mandatory field missing.');
    }
  }
  return fields;
}

interface Place {
  rule: FieldRule;
  argument: string;
  body: JsonObject;
}

function readField(name: string, value: unknown, place: Place): unknown {
  const { rule } = place;
  switch (rule.type) {
    case 'integer':
      return readInteger(name, value, place);
    case 'boolean':
      return readBoolean(value);
    case 'labels':
      return readLabels(name, value, place);
    case 'list':
      return Array.isArray(value) ? value.map(String) : [String(value)];
    default:
      return readText(name, value, rule);
  }
}

function readInteger(name: string, value: unknown, place: Place): number {
  const { rule, argument, body } = place;
  if (!/^-?\d+$/.test(String(value).trim())) {
    throw invalid(
      argument,
      pythonText(body),
      `invalid literal for int() with base 10: ${pythonText(value)}`,
    );
  }
  const number = Number(value);
  if (rule.minimum !== undefined && number < rule.minimum) {
    throw invalid(
      name,
      String(number),
      `Value should be greater or equal to ${rule.minimum}`,
    );
  }
  return number;
}

function readBoolean(value: unknown): boolean {
  const word = String(value).toLowerCase();
  if (![...TRUE, ...FALSE].includes(word)) {
    throw new ServiceError(
      500,
      `Unrecognized value '${value}', acceptable values are: '0', '1', 'f', 'false', 'n', 'no', 'off', 'on', 't', 'true', 'y', 'yes'`,
    );
  }
  return TRUE.includes(word);
}

function readLabels(name: string, value: unknown, place: Place) {
  if (!isJsonObject(value)) {
    throw invalid(
      place.argument,
      pythonText(place.body),
      `Value not a valid dict: ${value}`,
    );
  }
  const wrong = Object.values(value).find(item => typeof item === 'object');
  if (wrong !== undefined) {
    const kind = Array.isArray(wrong) ? 'list' : 'dict';
    throw invalid(
      name,
      pythonText(value),
      `Wrong type. Expected '(<class 'str'>, (<class 'int'>,), <class 'bool'>, <class 'float'>)', got '<class '${kind}'>'`,
    );
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' ? item : pythonText(item),
    ]),
  );
}

function readText(name: string, value: unknown, rule: FieldRule): string {
  const text = String(value);
  if (typeof value !== 'string' && rule.pattern !== undefined) {
    throw invalid(name, text, 'Value should be string');
  }
  const { minimumLength = 0, maximumLength = Infinity, pattern, oneOf } = rule;
  if (text.length < minimumLength) {
    throw invalid(
      name,
      text,
      `Value should have a minimum character requirement of ${minimumLength}`,
    );
  }
  if (text.length > maximumLength) {
    throw invalid(
      name,
      text,
      `Value should have a maximum character requirement of ${maximumLength}`,
    );
  }
  if (pattern !== undefined && !new RegExp(pattern).test(text)) {
    throw invalid(name, text, `Value should match the pattern ${pattern}`);
  }
  if (oneOf && !oneOf.includes(text)) {
    throw invalid(name, text, `Value should be one of: ${oneOf.join(', ')}`);
  }
  return text;
}
