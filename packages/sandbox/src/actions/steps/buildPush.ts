import path from 'node:path';
import { ImageBuildError, parseReference } from '../../images';
import { StepError } from '../jobs/StepError';
import { ActionCall } from './types';

/** `docker/build-push-action`: a snapshot of the tree, as the Dockerfile says. */
export async function buildPush(call: ActionCall) {
  const { execution, inputs } = call;
  const { images, folders, log, registryHost } = execution;
  const folder = path.resolve(folders.workspace, inputs.context || '.');
  if (
    folder !== folders.workspace &&
    !folder.startsWith(`${folders.workspace}/`)
  ) {
    throw new StepError(`path "${inputs.context}" not found`);
  }
  const references = lines(inputs.tags).map(tag => {
    const reference = parseReference(tag);
    if (!reference) {
      throw new StepError(
        `ERROR: invalid tag "${tag}": invalid reference format`,
      );
    }
    return reference;
  });
  const repositories = new Set(references.map(({ repository }) => repository));
  for (const repository of repositories) {
    const allowed =
      `${registryHost}/${execution.repository.fullName}`.toLowerCase();
    if (repository !== allowed && !repository.startsWith(`${allowed}/`)) {
      throw new StepError(
        `ERROR: failed to push ${repository}: denied: this workflow may push only to ${allowed}`,
      );
    }
  }
  if (repositories.size === 0) {
    throw new StepError(
      `tags is required in the sandbox, such as ${registryHost}/${execution.repository.fullName}:latest`,
    );
  }
  try {
    let digest = '';
    for (const repository of repositories) {
      const tags = references
        .filter(reference => reference.repository === repository)
        .map(reference => reference.tag ?? 'latest');
      ({ digest } = images.push({
        repository,
        folder,
        tags,
        dockerfile: dockerfileOf(folder, folders.workspace, inputs.file),
        buildArgs: buildArgs(inputs['build-args']),
        log: line => log.write(line),
      }));
    }
    log.write(`#exporting manifest ${digest} done`);
    const pushed = inputs.push === 'true' ? 'pushed' : 'kept, push is not true';
    log.write(`${[...repositories].join(', ')}: ${pushed}`);
    return {
      digest,
      imageid: digest,
      metadata: JSON.stringify({ 'containerimage.digest': digest }),
    };
  } catch (error) {
    throw error instanceof ImageBuildError
      ? new StepError(`buildx failed with: ${error.message}`)
      : error;
  }
}

// `file` counts from the workspace, ours from the context.
function dockerfileOf(folder: string, workspace: string, file?: string) {
  return file
    ? path.relative(folder, path.resolve(workspace, file))
    : undefined;
}

function lines(text = ''): string[] {
  return text
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(Boolean);
}

function buildArgs(text = ''): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter(line => line.includes('='))
      .map(line => {
        const at = line.indexOf('=');
        return [line.slice(0, at).trim(), line.slice(at + 1)];
      }),
  );
}
