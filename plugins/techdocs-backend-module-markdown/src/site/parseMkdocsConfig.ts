import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';

/** What is used of mkdocs.yml. */
export interface MkdocsConfig {
  siteName: string;
  siteDescription?: string;
  docsDir: string;
  nav?: MkdocsNavigation;
}

/** `- page.md`, `- Title: page.md` or `- Title: [...]`. */
export type MkdocsNavigation = Array<
  string | { [title: string]: string | MkdocsNavigation }
>;

/** Parses mkdocs.yml; the error says which line or which key is wrong. */
export function parseMkdocsConfig(content: string, file: string): MkdocsConfig {
  // Python tags are for plugins that are not run here; they are no mistakes.
  const document = parseDocument(content, { logLevel: 'error' });
  if (document.errors.length > 0) {
    const [first] = document.errors[0].message.split('\n');
    throw new InputError(`${file} is not valid YAML: ${first}`);
  }
  const values: unknown = document.toJS();
  if (!isRecord(values)) {
    throw new InputError(`${file} must be a list of keys and values`);
  }
  const text = (key: string) => {
    const value = values[key] ?? undefined;
    if (value !== undefined && typeof value !== 'string') {
      throw new InputError(`${file}: ${key} must be text`);
    }
    return value;
  };
  return {
    siteName: text('site_name') ?? 'Documentation',
    siteDescription: text('site_description'),
    docsDir: text('docs_dir') ?? 'docs',
    nav:
      values.nav === undefined || values.nav === null
        ? undefined
        : parseNavigation(values.nav, `${file}: nav`),
  };
}

function parseNavigation(value: unknown, at: string): MkdocsNavigation {
  if (!Array.isArray(value)) {
    throw new InputError(`${at} must be a list of pages`);
  }
  return value.map((entry: unknown) => {
    if (typeof entry === 'string') {
      return entry;
    }
    if (!isRecord(entry)) {
      throw new InputError(
        `${at}: an entry must be a page or "Title: page", not ${JSON.stringify(
          entry,
        )}`,
      );
    }
    return Object.fromEntries(
      Object.entries(entry).map(([title, target]) => [
        title,
        typeof target === 'string'
          ? target
          : parseNavigation(target, `${at} "${title}"`),
      ]),
    );
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
