interface Rule {
  matches: RegExp;
  owners: string[];
}

/** A parsed CODEOWNERS file: the last rule that matches a path names its owners. */
export class CodeOwners {
  readonly #rules: Rule[];

  /** Where GitHub looks for the file; the first that exists counts. */
  static readonly places = [
    '.github/CODEOWNERS',
    'CODEOWNERS',
    'docs/CODEOWNERS',
  ];

  static parse(text: string): CodeOwners {
    const rules = text
      .split('\n')
      .map(line => line.replace(/(^|\s)#.*$/, '').trim())
      .filter(line => line !== '')
      .map(line => {
        const [pattern, ...owners] = line.split(/(?<!\\)\s+/);
        return { matches: toExpression(pattern), owners };
      });
    return new CodeOwners(rules);
  }

  private constructor(rules: Rule[]) {
    this.#rules = rules;
  }

  /** `@login`, `@organisation/team` or e-mail addresses. */
  of(path: string): string[] {
    return (
      [...this.#rules].reverse().find(rule => rule.matches.test(path))
        ?.owners ?? []
    );
  }
}

// As gitignore, without negation and character classes, which CODEOWNERS lacks.
function toExpression(pattern: string): RegExp {
  const unescaped = pattern.replace(/\\(.)/g, '$1');
  const trimmed = unescaped.replace(/^\//, '').replace(/\/$/, '');
  const isAnchored = unescaped.startsWith('/') || trimmed.includes('/');
  const body = trimmed
    .split('/')
    .map(part =>
      part === '**'
        ? '**'
        : part
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replace(/\?/g, '[^/]'),
    )
    .join('/')
    .replace(/^\*\*\//, '(?:.*/)?')
    .replace(/\/\*\*\//g, '/(?:.*/)?')
    .replace(/\/\*\*$/, '/.*')
    .replace(/^\*\*$/, '.*');
  // "docs/*" owns the files of the folder and not those of folders below it.
  const isShallow = /(^|\/)\*$/.test(trimmed) && trimmed !== '*';
  const open = isShallow ? '' : '(?:/.*)?';
  const tail = unescaped.endsWith('/') ? '/.*' : open;
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${body}${tail}$`);
}
