import { part, parts } from '../defaults/fields';
import { JsonObject } from '../types';
import { checkLabels } from './checkMetadata';
import { FieldErrors } from './FieldErrors';
import { isQualifiedName } from './nameRules';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** Checks a label selector. */
export function checkSelector(
  selector: JsonObject,
  field: string,
  errors: FieldErrors,
): void {
  checkLabels(selector.matchLabels, `${field}.matchLabels`, errors);
  parts(selector, 'matchExpressions').forEach((expression, index) => {
    const here = `${field}.matchExpressions[${index}]`;
    const { key, operator, values } = expression;
    const hasValues = Array.isArray(values) && values.length > 0;
    if (operator === 'In' || operator === 'NotIn') {
      if (!hasValues) {
        errors.required(
          `${here}.values`,
          "must be specified when `operator` is 'In' or 'NotIn'",
        );
      }
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (hasValues) {
        errors.forbidden(
          `${here}.values`,
          "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
        );
      }
    } else {
      errors.invalid(
        `${here}.operator`,
        operator ?? '',
        'not a valid selector operator',
      );
    }
    errors.reasons(`${here}.key`, key, isQualifiedName(String(key ?? '')));
  });
}

/** Whether an expression is none, so that the selector as a whole selects nothing. */
export function hasUnknownOperator(selector: JsonObject): boolean {
  return parts(selector, 'matchExpressions').some(
    ({ operator }) => !OPERATORS.includes(String(operator)),
  );
}

/** Whether labels fulfil a selector. */
export function selects(selector: JsonObject, labels: JsonObject): boolean {
  const wanted = Object.entries(part(selector, 'matchLabels') ?? {});
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    parts(selector, 'matchExpressions').every(expression =>
      fulfils(expression, labels),
    )
  );
}

function fulfils(
  { key, operator, values }: JsonObject,
  labels: JsonObject,
): boolean {
  const value = labels[String(key)];
  const isListed = Array.isArray(values) && values.includes(value ?? null);
  switch (operator) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}
