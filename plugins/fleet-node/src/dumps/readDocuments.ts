import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { UnreadableTextError } from './UnreadableTextError';

/** One document of a text, as JSON. @public */
export interface TextDocument {
  /** Its content, as JSON. */
  value: unknown;
  /** Where it begins, from 1. */
  line: number;
}

/**
 * The documents of a text that holds JSON, or YAML with one or several
 * documents. Empty ones are left out.
 *
 * @throws UnreadableTextError
 * @public
 */
export function readDocuments(text: string): TextDocument[] {
  const content = text.replace(/^\uFEFF/, '');
  const json = /^\s*[{[]/.test(content) ? tryJson(content) : undefined;
  const documents = json ? [{ value: json.value, line: 1 }] : readYaml(content);
  return documents.filter(({ value }) => value !== null);
}

/** Large dumps are JSON as a rule, which is read 20 times as fast so. */
function tryJson(content: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(content) };
  } catch {
    // Reading it as YAML, of which JSON is a part, tells the line.
    return undefined;
  }
}

function readYaml(content: string): TextDocument[] {
  const lines = new LineCounter();
  const documents = parseYaml(content, lines);
  return documents.map(document => {
    const [mistake] = document.errors;
    if (mistake) {
      throw new UnreadableTextError(
        firstLine(mistake.message),
        lines.linePos(mistake.pos[0]).line,
      );
    }
    const start = document.contents?.range?.[0] ?? document.range?.[0] ?? 0;
    const { line } = lines.linePos(start);
    try {
      return { value: document.toJS() as unknown, line };
    } catch (error) {
      throw new UnreadableTextError(messageOf(error), line);
    }
  });
}

function parseYaml(content: string, lineCounter: LineCounter): Document[] {
  try {
    const parsed = parseAllDocuments(content, {
      lineCounter,
      prettyErrors: false,
    });
    // For a text without any document it is an empty one with another shape.
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    // What is nested too deep for the stack.
    throw new UnreadableTextError(messageOf(error), 1);
  }
}

function messageOf(error: unknown): string {
  return firstLine(error instanceof Error ? error.message : String(error));
}

function firstLine(message: string): string {
  return message.split('\n')[0];
}
