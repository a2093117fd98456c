import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  resources,
  startController,
} from '../../client';
import { CONTROLLER_NAMESPACE } from './constants';
import { reconcileScaleSet } from './reconcileScaleSet';
import { runnerDefinitions } from './runnerDefinitions';
import { RunnerScaleSet } from './RunnerScaleSet';
import {
  AutoscalingRunnerSet,
  RunnerPod,
  StartRunnerScaleSetsOptions,
} from './types';

export interface RunnerLogRequest {
  namespace: string;
  pod: string;
  tailLines?: number;
}

/** How the pods of runners are looked into. */
export interface RunnerScaleSets {
  /**
   * What the runner in a pod has printed so far, lines with their ends;
   * `undefined`: not the pod of a runner.
   */
  podLogs(request: RunnerLogRequest): AsyncIterable<string> | undefined;
}

/** Actions Runner Controller and its listeners, as far as objects show them. */
export async function startRunnerScaleSets(
  options: StartRunnerScaleSetsOptions,
): Promise<RunnerScaleSets> {
  const { client, queue, signal, log } = options;
  await installDefinitions(client);

  const sets = Informer.start<AutoscalingRunnerSet>({
    client,
    resource: resources.autoscalingRunnerSets,
    signal,
  });
  const pods = Informer.start<RunnerPod>({
    client,
    resource: resources.pods,
    signal,
  });
  const running = new Map<string, RunnerScaleSet>();
  const problems = new Map<string, string>();

  const controller = startController({
    name: 'arc',
    reconcile: key =>
      reconcileScaleSet({
        ...options,
        key,
        sets,
        running,
        problems,
        enqueue: afterMs => controller.enqueue(key, afterMs),
      }),
    signal,
    log,
    workers: 1,
  });
  const enqueueAll = () =>
    sets.list().forEach(set => controller.enqueue(keyOf(set)));
  sets.onChange(({ before, after }) =>
    controller.enqueue(keyOf((after ?? before)!)),
  );
  pods.onChange(({ before, after }) => {
    const gone = after ? after.metadata.deletionTimestamp : true;
    const { name, namespace } = (after ?? before)!.metadata;
    if (gone) {
      runnerOf(running, name)?.lose();
    }
    if (namespace === CONTROLLER_NAMESPACE && !after) {
      enqueueAll();
    }
  });
  queue.onChange(() => running.forEach(set => set.balance()));
  await sets.synced;

  return {
    podLogs({ namespace, pod, tailLines }) {
      const runner = runnerOf(running, pod);
      return runner && runner.namespace === namespace
        ? lastLines(runner.lines, tailLines)
        : undefined;
    },
  };
}

async function* lastLines(lines: readonly string[], count?: number) {
  yield* count === undefined
    ? lines
    : lines.slice(Math.max(0, lines.length - count));
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

function runnerOf(running: Map<string, RunnerScaleSet>, name: string) {
  return [...running.values()]
    .flatMap(set => set.runners)
    .find(runner => runner.name === name);
}

async function installDefinitions(client: KubernetesClient) {
  const resource = resources.customResourceDefinitions;
  for (const definition of runnerDefinitions()) {
    const { name } = definition.metadata;
    if (await client.get(resource, name)) {
      await client.patch(resource, name, { spec: definition.spec });
    } else {
      await client.create(resource, definition);
    }
  }
}
