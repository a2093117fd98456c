import fs from 'node:fs';
import path from 'node:path';

// eslint-disable-next-line no-restricted-syntax -- the sandbox runs from its source
const FOLDER = path.join(__dirname, '..', '..', 'openapi');

/** The text of a file that is derived from what Kubernetes publishes. */
export function publishedFile(name: string): string {
  return fs.readFileSync(path.join(FOLDER, name), 'utf8');
}
