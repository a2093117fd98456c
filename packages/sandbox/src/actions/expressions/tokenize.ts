import { ExpressionError } from './ExpressionError';

export type Token =
  | { kind: 'literal'; value: null | boolean | number | string; at: number }
  | { kind: 'name'; value: string; at: number }
  | { kind: 'symbol'; value: string; at: number };

const PATTERN = new RegExp(
  [
    String.raw`(?<blank>\s+)`,
    String.raw`(?<string>'(?:[^']|'')*')`,
    String.raw`(?<number>[-+]?(?:0x[0-9a-f]+|0o[0-7]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))`,
    String.raw`(?<name>[a-z_][\w-]*)`,
    String.raw`(?<symbol>&&|\|\||==|!=|<=|>=|[()[\].,!<>*])`,
  ].join('|'),
  'iy',
);

const CONSTANTS = new Map<string, null | boolean>([
  ['null', null],
  ['true', true],
  ['false', false],
]);

/** The words of an expression. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  while (pattern.lastIndex < expression.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(expression)?.groups;
    if (!groups) {
      throw ExpressionError.at(
        `Unexpected symbol: '${expression.slice(at).split(/\s/)[0]}'`,
        at,
        expression,
      );
    }
    if (groups.string) {
      const value = groups.string.slice(1, -1).replaceAll("''", "'");
      tokens.push({ kind: 'literal', value, at });
    } else if (groups.number) {
      tokens.push({ kind: 'literal', value: Number(groups.number), at });
    } else if (groups.name) {
      const constant = CONSTANTS.get(groups.name);
      tokens.push(
        constant === undefined
          ? { kind: 'name', value: groups.name, at }
          : { kind: 'literal', value: constant, at },
      );
    } else if (groups.symbol) {
      tokens.push({ kind: 'symbol', value: groups.symbol, at });
    }
  }
  return tokens;
}
