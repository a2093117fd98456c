import fs from 'node:fs';
import path from 'node:path';
import { ManifestSource } from '../render/ManifestSource';
import { matchesGlob } from '../render/matchesGlob';
import { parseYaml } from '../render/parseYaml';
import { sanitizeName } from './sanitizeName';
import { Generator, Params } from './types';

type GitGenerator = NonNullable<Generator['git']>;

/** One set of parameters for each folder, or for each file's content. */
export async function gitParams(
  generator: GitGenerator,
  manifests: ManifestSource,
): Promise<Params[]> {
  const { repoURL, revision = 'HEAD', directories, files } = generator;
  const commit = await manifests.resolve(repoURL, revision);
  const checkout = await manifests.checkout(repoURL, commit);
  if (directories) {
    return select(folders(checkout), directories).map(folder => ({
      path: pathParams(folder),
    }));
  }
  return select(filesIn(checkout), files ?? []).flatMap(file =>
    fileParams(checkout, file),
  );
}

function select(
  names: string[],
  patterns: { path: string; exclude?: boolean }[],
): string[] {
  const matches = (name: string, exclude: boolean) =>
    patterns.some(
      pattern =>
        (pattern.exclude ?? false) === exclude &&
        matchesGlob(pattern.path, name, '/'),
    );
  return names
    .filter(name => matches(name, false) && !matches(name, true))
    .sort();
}

function folders(checkout: string): string[] {
  return fs
    .readdirSync(checkout, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => relative(checkout, entry));
}

function filesIn(checkout: string): string[] {
  return fs
    .readdirSync(checkout, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(checkout, entry));
}

function relative(checkout: string, entry: fs.Dirent): string {
  return path.relative(checkout, path.join(entry.parentPath, entry.name));
}

function fileParams(checkout: string, file: string): Params[] {
  let content: unknown;
  try {
    [content] = parseYaml(fs.readFileSync(path.join(checkout, file), 'utf8'));
  } catch (error) {
    throw new Error(
      `unable to process file '${file}': unable to parse file: error unmarshaling JSON: ${
        (error as Error).message
      }`,
    );
  }
  const filename = path.basename(file);
  const entries = Array.isArray(content) ? content : [content];
  return entries.map(entry => ({
    ...(entry as Params),
    path: {
      ...pathParams(path.dirname(file)),
      filename,
      filenameNormalized: sanitizeName(filename),
    },
  }));
}

function pathParams(folder: string): Params {
  const basename = path.basename(folder);
  return {
    path: folder,
    basename,
    basenameNormalized: sanitizeName(basename),
    segments: folder.split('/'),
  };
}
