import { goFunctions } from './goFunctions';
import { Params } from './types';

export interface GoExpressionOptions {
  params: Params;
  /** `missingkey=error`: an absent key is a failure, not an empty text. */
  strict: boolean;
}

const TOKEN =
  /\s*("(?:[^"\\]|\\.)*"|`[^`]*`|[|()]|-?\d+(?:\.\d+)?(?![\w.])|(?:\.[\w-]+)+|\.|[\w]+|\S)/gy;

/** What stands between the braces of a Go template: fields, pipelines, functions. */
export class GoExpression {
  readonly #tokens: string[];
  readonly #options: GoExpressionOptions;

  constructor(text: string, options: GoExpressionOptions) {
    this.#tokens = [...text.matchAll(TOKEN)].map(match => match[1]);
    this.#options = options;
  }

  evaluate(): unknown {
    const value = this.#pipeline();
    if (this.#tokens.length > 0) {
      throw new Error(`unexpected "${this.#tokens[0]}" in operand`);
    }
    return value;
  }

  #pipeline(): unknown {
    let value = this.#command([]);
    while (this.#tokens[0] === '|') {
      this.#tokens.shift();
      value = this.#command([value]);
    }
    return value;
  }

  #command(piped: unknown[]): unknown {
    const [head] = this.#tokens;
    if (
      head !== undefined &&
      /^[a-zA-Z_]\w*$/.test(head) &&
      !['true', 'false', 'nil'].includes(head)
    ) {
      this.#tokens.shift();
      const run = Object.hasOwn(goFunctions, head) && goFunctions[head];
      if (!run) {
        throw new Error(`function "${head}" not defined`);
      }
      const args: unknown[] = [];
      while (this.#tokens.length > 0 && !/^[|)]$/.test(this.#tokens[0])) {
        args.push(this.#operand());
      }
      return run(...args, ...piped);
    }
    return this.#operand();
  }

  #operand(): unknown {
    const token = this.#tokens.shift();
    if (token === undefined) {
      throw new Error('missing value for command');
    }
    if (token === '(') {
      const value = this.#pipeline();
      if (this.#tokens.shift() !== ')') {
        throw new Error('unclosed left paren');
      }
      return value;
    }
    if (token.startsWith('.')) {
      return this.#field(token);
    }
    if (token.startsWith('`')) {
      return token.slice(1, -1);
    }
    if (/^(?:"|-?\d|true$|false$)/.test(token)) {
      return JSON.parse(token);
    }
    if (token === 'nil') {
      return undefined;
    }
    throw new Error(`unexpected "${token}" in operand`);
  }

  #field(token: string): unknown {
    const { params, strict } = this.#options;
    let value: unknown = params;
    for (const key of token.split('.').filter(Boolean)) {
      if (typeof value !== 'object' || value === null || !(key in value)) {
        if (strict) {
          throw new Error(
            `executing "" at <${token}>: map has no entry for key "${key}"`,
          );
        }
        return undefined;
      }
      value = (value as Params)[key];
    }
    return value;
  }
}
