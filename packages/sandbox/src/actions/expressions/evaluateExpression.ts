import { Json } from '../../client';
import { compare, isEqual, isTruthy, asString } from './conversions';
import { ExpressionError } from './ExpressionError';
import { expressionFunctions } from './expressionFunctions';
import { BinaryOperator, Expression, parseExpression } from './parseExpression';

/** How the job (or what a job waits for) stands. */
export type ExpressionStatus = 'success' | 'failure' | 'cancelled' | 'skipped';

/** Everything an expression can see. */
export interface ExpressionScope {
  /** By name in small letters: `github`, `env`, `steps` ... */
  contexts: Record<string, Json>;
  status?: ExpressionStatus;
  /** Hash of the files in the workspace that fit the patterns. */
  hashFiles?: (patterns: string[]) => string;
}

/** The value of an expression, given without `${{` and `}}`. */
export function evaluateExpression(
  source: string,
  scope: ExpressionScope,
): Json {
  const trimmed = source.trim();
  return evaluate(parseExpression(trimmed), { source: trimmed, scope });
}

interface Evaluation {
  source: string;
  scope: ExpressionScope;
}

/** What `.*` gave: a property of it is that property of each element. */
class Filtered extends Array<Json> {
  constructor(items: Json[]) {
    super();
    this.push(...items);
  }

  // map and filter must give ordinary arrays.
  static get [Symbol.species]() {
    return Array;
  }
}

function evaluate(node: Expression, evaluation: Evaluation): Json {
  switch (node.type) {
    case 'literal':
      return node.value;
    case 'context':
      return contextOf(node, evaluation);
    case 'not':
      return !isTruthy(evaluate(node.operand, evaluation));
    case 'all':
      return new Filtered(valuesOf(evaluate(node.target, evaluation)));
    case 'index':
      return propertyOf(
        evaluate(node.target, evaluation),
        evaluate(node.key, evaluation),
      );
    case 'binary':
      return binary(node, evaluation);
    default:
      return call(node, evaluation);
  }
}

function contextOf(
  node: Expression & { type: 'context' },
  { source, scope }: Evaluation,
): Json {
  if (!Object.hasOwn(scope.contexts, node.name)) {
    throw ExpressionError.at(
      `Unrecognized named-value: '${node.name}'`,
      node.at,
      source,
    );
  }
  return scope.contexts[node.name];
}

function valuesOf(value: Json): Json[] {
  if (Array.isArray(value)) {
    return value;
  }
  return value !== null && typeof value === 'object'
    ? Object.values(value).map(item => item ?? null)
    : [];
}

function propertyOf(target: Json, key: Json): Json {
  if (target instanceof Filtered && typeof key === 'string') {
    const found = target.map(item => propertyOf(item, key));
    return new Filtered(found.filter(item => item !== null));
  }
  if (Array.isArray(target)) {
    return target[Number(asString(key) || NaN)] ?? null;
  }
  if (target === null || typeof target !== 'object') {
    return null;
  }
  const wanted = asString(key).toLowerCase();
  const name = Object.keys(target).find(k => k.toLowerCase() === wanted);
  return (name === undefined ? undefined : target[name]) ?? null;
}

function binary(
  node: Expression & { type: 'binary' },
  evaluation: Evaluation,
): Json {
  const left = evaluate(node.left, evaluation);
  if (node.operator === '&&') {
    return isTruthy(left) ? evaluate(node.right, evaluation) : left;
  }
  if (node.operator === '||') {
    return isTruthy(left) ? left : evaluate(node.right, evaluation);
  }
  return relate(node.operator, left, evaluate(node.right, evaluation));
}

function relate(
  operator: Exclude<BinaryOperator, '&&' | '||'>,
  left: Json,
  right: Json,
): boolean {
  switch (operator) {
    case '==':
      return isEqual(left, right);
    case '!=':
      return !isEqual(left, right);
    case '<':
      return compare(left, right) < 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>':
      return compare(left, right) > 0;
    default:
      return compare(left, right) >= 0;
  }
}

function call(
  node: Expression & { type: 'call' },
  evaluation: Evaluation,
): Json {
  const { source, scope } = evaluation;
  const { status = 'success' } = scope;
  const args = () => node.args.map(arg => evaluate(arg, evaluation));
  switch (node.name) {
    case 'always':
      return true;
    case 'success':
    case 'failure':
    case 'cancelled':
      return status === node.name;
    case 'hashfiles':
      return scope.hashFiles?.(args().map(asString)) ?? '';
    default:
  }
  const known = expressionFunctions.get(node.name);
  if (!known) {
    throw ExpressionError.at(
      `Unrecognized function: '${node.name}'`,
      node.at,
      source,
    );
  }
  if (node.args.length < known.minArgs || node.args.length > known.maxArgs) {
    const many = node.args.length > known.maxArgs;
    throw ExpressionError.at(
      `Too ${many ? 'many' : 'few'} parameters supplied: '${node.name}'`,
      node.at,
      source,
    );
  }
  return known.call(...args());
}
