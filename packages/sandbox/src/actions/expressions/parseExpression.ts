import { ExpressionError } from './ExpressionError';
import { Token, tokenize } from './tokenize';

export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>=';

export type Expression =
  | { type: 'literal'; value: null | boolean | number | string }
  | { type: 'context'; name: string; at: number }
  | { type: 'call'; name: string; args: Expression[]; at: number }
  | { type: 'not'; operand: Expression }
  | { type: 'index'; target: Expression; key: Expression }
  | { type: 'all'; target: Expression }
  | {
      type: 'binary';
      operator: BinaryOperator;
      left: Expression;
      right: Expression;
    };

// Weakest first.
const LEVELS: BinaryOperator[][] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
];

const MAX_DEPTH = 50;

class Parser {
  readonly #source: string;
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokenize(source);
  }

  parse(): Expression {
    if (this.#tokens.length === 0) {
      throw new ExpressionError('An expression was expected');
    }
    const expression = this.#binary(0);
    if (this.#next < this.#tokens.length) {
      throw this.#unexpected();
    }
    return expression;
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) {
      return this.#unary();
    }
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find(symbol => this.#take(symbol));
      if (!operator) {
        return left;
      }
      left = { type: 'binary', operator, left, right: this.#binary(level + 1) };
    }
  }

  #unary(): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new ExpressionError(`Exceeded max expression depth ${MAX_DEPTH}`);
    }
    const expression = this.#take('!')
      ? ({ type: 'not', operand: this.#unary() } as const)
      : this.#accesses(this.#primary());
    this.#depth -= 1;
    return expression;
  }

  #accesses(start: Expression): Expression {
    let target = start;
    for (;;) {
      if (this.#take('.')) {
        const token = this.#tokens[this.#next];
        if (this.#take('*')) {
          target = { type: 'all', target };
        } else if (token?.kind === 'name' || isWordLiteral(token)) {
          this.#next += 1;
          const key = { type: 'literal', value: String(token.value) } as const;
          target = { type: 'index', target, key };
        } else {
          throw this.#unexpected();
        }
      } else if (this.#take('[')) {
        if (this.#take('*')) {
          target = { type: 'all', target };
        } else {
          target = { type: 'index', target, key: this.#binary(0) };
        }
        this.#expect(']');
      } else {
        return target;
      }
    }
  }

  #primary(): Expression {
    if (this.#take('(')) {
      const inner = this.#binary(0);
      this.#expect(')');
      return inner;
    }
    const token = this.#tokens[this.#next];
    if (token?.kind === 'literal') {
      this.#next += 1;
      return { type: 'literal', value: token.value };
    }
    if (token?.kind !== 'name') {
      throw this.#unexpected();
    }
    this.#next += 1;
    const { value: name, at } = token;
    return this.#take('(')
      ? { type: 'call', name: name.toLowerCase(), args: this.#args(), at }
      : { type: 'context', name: name.toLowerCase(), at };
  }

  #args(): Expression[] {
    const args: Expression[] = [];
    if (this.#take(')')) {
      return args;
    }
    do {
      args.push(this.#binary(0));
    } while (this.#take(','));
    this.#expect(')');
    return args;
  }

  #take(symbol: string): boolean {
    const token = this.#tokens[this.#next];
    const found = token?.kind === 'symbol' && token.value === symbol;
    this.#next += found ? 1 : 0;
    return found;
  }

  #expect(symbol: string) {
    if (!this.#take(symbol)) {
      throw this.#unexpected();
    }
  }

  #unexpected(): ExpressionError {
    const token = this.#tokens[this.#next];
    return token
      ? ExpressionError.at(
          `Unexpected symbol: '${token.value}'`,
          token.at,
          this.#source,
        )
      : new ExpressionError(`Unexpected end of expression: ${this.#source}`);
  }
}

/** `steps.true.outputs`: a property may be called like a constant. */
function isWordLiteral(
  token: Token | undefined,
): token is Token & { kind: 'literal' } {
  return (
    token?.kind === 'literal' &&
    (token.value === null || typeof token.value === 'boolean')
  );
}

/** Parses what stands between `${{` and `}}`. */
export function parseExpression(source: string): Expression {
  return new Parser(source).parse();
}
