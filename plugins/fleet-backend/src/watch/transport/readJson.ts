import { Readable } from 'node:stream';

/**
 * Reads a body of limited size.
 *
 * @returns `undefined` when it is not JSON
 * @throws Error when it is larger or ends too early
 */
export async function readJson(
  body: Readable,
  maxBytes: number,
): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) {
      throw new Error(`the answer is larger than ${maxBytes} bytes`);
    }
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
