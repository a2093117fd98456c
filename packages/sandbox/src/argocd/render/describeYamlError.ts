import path from 'node:path';
import { runKubectl, RunKubectlOptions } from './runKubectl';

const CAUSE = /(error converting YAML to JSON: .*)$/m;

/**
 * Why Go's YAML library does not accept a file. kubectl reads files with the
 * same library as Argo CD, so its words are the very ones.
 */
export async function describeYamlError(
  file: string,
  error: Error,
  options: Pick<RunKubectlOptions, 'kubectl' | 'home' | 'signal'>,
): Promise<string> {
  const outcome = await runKubectl({
    ...options,
    cwd: path.dirname(file),
    args: ['label', '--local', '-f', path.basename(file), 'x=y', '-o', 'name'],
  });
  const told = 'failure' in outcome && CAUSE.exec(outcome.failure);
  return told
    ? told[1]
    : `error converting YAML to JSON: yaml: ${error.message.split('\n')[0]}`;
}
