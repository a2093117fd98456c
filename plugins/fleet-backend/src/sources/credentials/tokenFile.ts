import fs from 'node:fs/promises';
import { Authenticate } from './Authenticate';
import { bearer } from './bearer';

/** A token in a file, read each time: whoever rotates it writes it there. */
export function tokenFile(file: string): Authenticate {
  return async ({ signal }) => {
    const token = await fs.readFile(file, { encoding: 'utf8', signal });
    if (!token.trim()) {
      throw new Error(`the token file ${file} is empty`);
    }
    return bearer(token.trim());
  };
}
