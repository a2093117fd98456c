import { KubernetesClient, resources } from '../../client';
import { CONTROLLER_NAMESPACE } from './constants';
import { removeWithFinalizers } from './removeWithFinalizers';

/** Removes a listener and its pod. */
export async function removeListener(client: KubernetesClient, name: string) {
  const namespace = CONTROLLER_NAMESPACE;
  await client.delete(resources.pods, name, {
    namespace,
    gracePeriodSeconds: 0,
  });
  await removeWithFinalizers(client, {
    resource: resources.autoscalingListeners,
    name,
    namespace,
  });
}
