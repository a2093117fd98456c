import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  readDocuments,
  TextDocument,
  UnreadableTextError,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { InputError } from '../InputError';
import { messageOf } from '../messageOf';

/** The documents of a file; `-` is the standard input. */
export async function readInput(file: string): Promise<TextDocument[]> {
  const content = await readText(file);
  const documents = withFile(file, () => readDocuments(content));
  if (documents.length === 0) {
    throw new InputError(`${file}:1: there is nothing in it`);
  }
  return documents;
}

/** Says in which file it went wrong. */
export function withFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UnreadableTextError
      ? new InputError(`${file}:${error.line}: ${error.message}`)
      : error;
  }
}

async function readText(file: string): Promise<string> {
  try {
    return file === '-'
      ? await text(process.stdin)
      : await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file}: ${messageOf(error)}`);
  }
}
