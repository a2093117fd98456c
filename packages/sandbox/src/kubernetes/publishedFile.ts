import fs from 'node:fs';
import path from 'node:path';

// The sandbox runs from its sources only, never from a bundle.
// eslint-disable-next-line no-restricted-syntax
const FOLDER = path.join(__dirname, '..', '..', 'openapi');

/** The text of a file that is derived from what Kubernetes publishes. */
export function publishedFile(name: string): string {
  return fs.readFileSync(path.join(FOLDER, name), 'utf8');
}
