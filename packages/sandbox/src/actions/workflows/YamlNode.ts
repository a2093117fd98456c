import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseDocument,
} from 'yaml';
import { Json } from '../../client';
import { WorkflowError } from './WorkflowError';

/** A YAML value that knows where it stands, for messages. */
export interface YamlNode {
  value: Json;
  line: number;
  column: number;
  /** Of a mapping. */
  fields?: Map<string, YamlNode>;
  /** Of a sequence. */
  items?: YamlNode[];
}

/** Parses one YAML document; throws a WorkflowError. */
export function parseYamlNode(text: string, file: string): YamlNode {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  let count = 0;
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    throw new WorkflowError([
      `Invalid workflow file: ${file}#L${line}`,
      `You have an error in your yaml syntax on line ${line}: ${
        error.message.split('\n')[0]
      }`,
    ]);
  }

  function convert(node: unknown, depth: number): YamlNode {
    const target = isAlias(node) ? node.resolve(document) : node;
    const offset = (node as Node | undefined)?.range?.[0] ?? 0;
    const { line, col: column } = lineCounter.linePos(offset);
    count += 1;
    // Aliases of aliases grow without end.
    if (depth > 50 || count > 20_000) {
      throw new WorkflowError([
        `${file} (Line: ${line}, Col: ${column}): Maximum object size exceeded`,
      ]);
    }
    if (isMap(target)) {
      const fields = new Map<string, YamlNode>();
      for (const { key, value } of target.items) {
        const place = convert(value ?? key, depth + 1);
        fields.set(
          String(isScalar(key) ? key.value : key),
          value ? place : { ...place, value: null },
        );
      }
      const value = Object.fromEntries(
        [...fields].map(([key, field]) => [key, field.value]),
      );
      return { value, line, column, fields };
    }
    if (isSeq(target)) {
      const items = target.items.map(item => convert(item, depth + 1));
      return { value: items.map(item => item.value), line, column, items };
    }
    const value = isScalar(target) ? (target.value as Json) : null;
    return { value, line: line || 1, column: column || 1 };
  }
  return convert(document.contents, 0);
}
