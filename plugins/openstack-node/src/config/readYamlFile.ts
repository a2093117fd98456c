import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { textIn } from '../json/textIn';

/**
 * What a file says, with every value as text: a password of digits stays what
 * it is. Errors of the parser would quote the file, which holds secrets.
 */
export function readYamlFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`Cannot read ${file}: ${textIn(error, 'code')}`);
  }
  const document = parseDocument(text, { schema: 'failsafe', merge: true });
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line;
    throw new Error(`${file} is no valid YAML: line ${line}, ${error.code}`);
  }
  return document.toJS();
}
