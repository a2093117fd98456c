import { Json } from '../../client';
import { asString, isEqual } from './conversions';
import { ExpressionError } from './ExpressionError';

interface ExpressionFunction {
  minArgs: number;
  maxArgs: number;
  call: (...args: Json[]) => Json;
}

function define(
  minArgs: number,
  maxArgs: number,
  call: (...args: Json[]) => Json,
): ExpressionFunction {
  return { minArgs, maxArgs, call };
}

const lower = (value: Json) => asString(value).toLowerCase();

function format(template: Json, ...values: Json[]): string {
  return asString(template).replace(
    /\{\{|\}\}|\{(\d+)\}|[{}]/g,
    (match, index) => {
      if (match === '{{' || match === '}}') {
        return match[0];
      }
      if (index === undefined || Number(index) >= values.length) {
        throw new ExpressionError(
          `The following format string is invalid: ${asString(template)}`,
        );
      }
      return asString(values[Number(index)]);
    },
  );
}

function fromJson(value: Json): Json {
  try {
    return JSON.parse(asString(value)) as Json;
  } catch (error) {
    throw new ExpressionError(
      `Error parsing fromJson: ${(error as Error).message}`,
    );
  }
}

/** The functions that depend on nothing but their arguments. */
export const expressionFunctions = new Map<string, ExpressionFunction>([
  [
    'contains',
    define(2, 2, (where, what) =>
      Array.isArray(where)
        ? where.some(item => isEqual(item, what))
        : lower(where).includes(lower(what)),
    ),
  ],
  ['startswith', define(2, 2, (a, b) => lower(a).startsWith(lower(b)))],
  ['endswith', define(2, 2, (a, b) => lower(a).endsWith(lower(b)))],
  ['format', define(1, 255, format)],
  [
    'join',
    define(1, 2, (list, separator = ',') =>
      Array.isArray(list)
        ? list.map(asString).join(asString(separator))
        : asString(list),
    ),
  ],
  ['tojson', define(1, 1, value => JSON.stringify(value, null, 2))],
  ['fromjson', define(1, 1, fromJson)],
]);
