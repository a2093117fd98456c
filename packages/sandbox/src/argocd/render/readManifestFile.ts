import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../../client';
import { ManifestError } from './ManifestError';
import { parseYamlDocuments } from './parseYaml';
import { toObjects } from './toObjects';

const SKIP_MARK = '+argocd:skip-file-rendering';

/** Why a text is no YAML, in the words of Go's YAML library. */
export type DescribeYamlError = (file: string, error: Error) => Promise<string>;

/** The objects of one file; none when it does not look like manifests. */
export async function readManifestFile(
  file: string,
  describeYamlError: DescribeYamlError,
): Promise<KubernetesObject[]> {
  const text = fs.readFileSync(file, 'utf8');
  if (text.includes(SKIP_MARK)) {
    return [];
  }
  return file.endsWith('.json')
    ? readJson(file, text)
    : readYaml(file, text, describeYamlError);
}

function readJson(file: string, text: string): KubernetesObject[] {
  try {
    return toObjects([JSON.parse(text)]);
  } catch (error) {
    const { message } = error as Error;
    const [, token] = /^Unexpected token '(.)'/.exec(message) ?? [];
    const cut = /end of JSON input|Expected .* position/.test(message);
    const known = token
      ? `invalid character '${token}' looking for beginning of value`
      : cut && 'unexpected EOF';
    throw unreadable(file, known || message);
  }
}

async function readYaml(
  file: string,
  text: string,
  describeYamlError: DescribeYamlError,
): Promise<KubernetesObject[]> {
  const objects: KubernetesObject[] = [];
  let cause: string | undefined;
  for (const { value, error } of parseYamlDocuments(text)) {
    if (error) {
      cause = await describeYamlError(file, error);
      break;
    }
    try {
      objects.push(...toObjects([value]));
    } catch (problem) {
      cause = `error unmarshaling JSON: while decoding JSON: ${
        (problem as Error).message
      }`;
      break;
    }
  }
  const looksLikeManifest = ['apiVersion:', 'kind:', 'metadata:'].every(word =>
    text.includes(word),
  );
  if (cause && (objects.length > 0 || looksLikeManifest)) {
    throw unreadable(file, `failed to unmarshal manifest: ${cause}`);
  }
  return objects;
}

function unreadable(file: string, cause: string): ManifestError {
  return new ManifestError(
    `Failed to unmarshal "${path.basename(file)}": ${cause}`,
    'FailedPrecondition',
  );
}
