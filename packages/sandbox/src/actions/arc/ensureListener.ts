import { KubernetesClient, resources } from '../../client';
import { runningStatus } from './podStatuses';
import { removeListener } from './removeListener';
import { ScaleSetObjects } from './ScaleSetObjects';
import { EphemeralRunnerSet } from './types';

export interface EnsureListenerOptions {
  client: KubernetesClient;
  now: () => Date;
  objects: ScaleSetObjects;
  runnerSet: EphemeralRunnerSet;
}

/** Makes the listener of a scale set and its pod, anew when it must differ. */
export async function ensureListener(options: EnsureListenerOptions) {
  const { client, now, objects, runnerSet } = options;
  const wanted = objects.listener(runnerSet.metadata.name);
  const { name, namespace } = wanted.metadata;
  const { image } = wanted.spec as { image: string };
  let listener = await client.get(
    resources.autoscalingListeners,
    name,
    namespace,
  );
  if (
    listener &&
    JSON.stringify(listener.spec) !== JSON.stringify(wanted.spec)
  ) {
    await removeListener(client, name);
    listener = undefined;
  }
  listener ??= await client.create(resources.autoscalingListeners, wanted);
  if (!(await client.get(resources.pods, name, namespace))) {
    await client.create(resources.pods, objects.listenerPod(listener));
    await client.patch(
      resources.pods,
      name,
      { status: runningStatus({ name: 'listener', image }, now()) },
      { namespace, subresource: 'status' },
    );
  }
}
