import { Json } from '../../client';
import { asString, isTruthy } from './conversions';
import { ExpressionError } from './ExpressionError';
import { evaluateExpression, ExpressionScope } from './evaluateExpression';

// A string literal inside may contain the closing braces.
const EXPRESSION = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g;
const WHOLE = /^\s*\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}\s*$/;

/** Replaces every `${{ }}` of a text. */
export function interpolate(text: string, scope: ExpressionScope): string {
  const result = text.replace(EXPRESSION, (_, source) =>
    asString(evaluateExpression(source, scope)),
  );
  if (/\$\{\{/.test(text.replace(EXPRESSION, ''))) {
    throw new ExpressionError(
      `The expression is not closed. An unescaped \${{ sequence was found, but the closing }} sequence was not found. Expression: ${text}`,
    );
  }
  return result;
}

/**
 * Like {@link interpolate} for any value; a text that is one expression keeps
 * the type of its result.
 */
export function interpolateValue(value: Json, scope: ExpressionScope): Json {
  if (typeof value === 'string') {
    const whole = WHOLE.exec(value);
    return whole && whole[1].indexOf('${{') === -1
      ? evaluateExpression(whole[1], scope)
      : interpolate(value, scope);
  }
  if (Array.isArray(value)) {
    return value.map(item => interpolateValue(item, scope));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        interpolateValue(item ?? null, scope),
      ]),
    );
  }
  return value;
}

/** An `if:`; without a status function it means `success() && (...)`. */
export function evaluateCondition(
  condition: string | undefined,
  scope: ExpressionScope,
): boolean {
  if (condition === undefined || condition.trim() === '') {
    return (scope.status ?? 'success') === 'success';
  }
  const asksStatus = /\b(always|success|failure|cancelled)\s*\(/i.test(
    condition.replace(/'(?:[^']|'')*'/g, ''),
  );
  if (!asksStatus && (scope.status ?? 'success') !== 'success') {
    return false;
  }
  const whole = WHOLE.exec(condition);
  if (!whole && condition.includes('${{')) {
    return isTruthy(interpolate(condition, scope));
  }
  return isTruthy(evaluateExpression(whole ? whole[1] : condition, scope));
}
