import { DestinationCluster } from '../clusters/DestinationCluster';
import { groupOf } from '../clusters/objectKey';
import {
  isDestinationPermitted,
  isKindPermitted,
} from '../projects/permissions';
import { AppProject, ResourceResult } from '../types';
import { hasSyncOption } from './hooks';
import { resultHead, subjectOf, SyncTask } from './SyncTask';

/** A task that cannot be done, with the cause as the operation's message has it. */
export type InvalidTask = ResourceResult & { cause: string };

/** The tasks whose kind is not served, or that the project does not permit. */
export async function validateTasks(
  tasks: SyncTask[],
  options: { cluster: DestinationCluster; project: AppProject },
): Promise<InvalidTask[]> {
  const invalid: InvalidTask[] = [];
  const comesWithSync = definedKinds(tasks);
  for (const task of tasks) {
    const { apiVersion, kind } = subjectOf(task);
    const group = groupOf(subjectOf(task));
    const known = await options.cluster.find(apiVersion, kind);
    const missingIsFine =
      comesWithSync.has(`${group}/${kind}`) ||
      hasSyncOption(task.target, 'SkipDryRunOnMissingResource=true');
    const refusal = known && refusalOf(task, known.namespaced, options);
    if (!known && !missingIsFine) {
      const { name, namespace } = resultHead(task);
      invalid.push({
        ...resultHead(task),
        status: 'SyncFailed',
        message: `The Kubernetes API could not find ${group}/${kind} for requested resource ${namespace}/${name}. Make sure the "${kind}" CRD is installed on the destination cluster.`,
        cause: `failed to discover server resources for group version ${apiVersion}: the server could not find the requested resource`,
      });
    } else if (refusal) {
      invalid.push({
        ...resultHead(task),
        status: 'SyncFailed',
        message: refusal,
        cause: refusal,
      });
    }
  }
  return invalid;
}

function definedKinds(tasks: SyncTask[]): Set<string> {
  return new Set(
    tasks
      .filter(({ target }) => target?.kind === 'CustomResourceDefinition')
      .map(({ target }) => {
        const spec = target!.spec as { group: string; names: { kind: string } };
        return `${spec.group}/${spec.names.kind}`;
      }),
  );
}

function refusalOf(
  task: SyncTask,
  namespaced: boolean,
  options: { cluster: DestinationCluster; project: AppProject },
): string | undefined {
  const { cluster, project } = options;
  const { group, kind, name, namespace } = resultHead(task);
  if (!isKindPermitted(project, { group, kind, name }, namespaced)) {
    return `resource ${group}:${kind} is not permitted in project ${project.metadata.name}`;
  }
  return namespaced && !isDestinationPermitted(project, cluster, namespace)
    ? `namespace ${namespace} is not permitted in project '${project.metadata.name}'`
    : undefined;
}
