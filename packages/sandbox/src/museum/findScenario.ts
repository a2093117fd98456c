import fs from 'node:fs';
import path from 'node:path';

/**
 * The file of a scenario: a path as it is, or a scenario's name in the corpus.
 *
 * @throws Error when the corpus has no scenario of that name.
 */
export function findScenario(corpus: string, asked: string): string {
  if (/\.ya?ml$/.test(asked)) {
    return path.resolve(asked);
  }
  const found = fs
    .readdirSync(corpus, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => path.join(corpus, name, `${asked}.yaml`))
    .find(file => fs.existsSync(file));
  if (!found) {
    throw new Error(`There is no scenario ${asked} in ${corpus}.`);
  }
  return found;
}
