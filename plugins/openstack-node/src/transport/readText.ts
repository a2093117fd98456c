import { Readable } from 'node:stream';
import { AnswerTooLargeError } from './AnswerTooLargeError';

const LARGEST = 8 * 1024 * 1024;
const LARGEST_REFUSAL = 64 * 1024;

/**
 * Reads a body of limited size. Of a refusal the beginning is enough.
 *
 * @throws AnswerTooLargeError when there is more
 */
export async function readText(
  body: Readable,
  refusal: boolean,
): Promise<string> {
  const most = refusal ? LARGEST_REFUSAL : LARGEST;
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early destroys the body, and with it the connection.
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) {
      if (refusal) {
        break;
      }
      throw new AnswerTooLargeError(most);
    }
  }
  return Buffer.concat(chunks).subarray(0, most).toString();
}
