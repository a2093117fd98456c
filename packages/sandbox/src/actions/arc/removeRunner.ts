import { KubernetesClient, resources } from '../../client';
import { removeWithFinalizers } from './removeWithFinalizers';
import { EphemeralRunner } from './types';

/** Removes a runner's objects, whatever their finalizers. */
export async function removeRunner(
  client: KubernetesClient,
  runner: EphemeralRunner,
): Promise<void> {
  const { name, namespace } = runner.metadata;
  await client.delete(resources.pods, name, {
    namespace,
    gracePeriodSeconds: 0,
  });
  await removeWithFinalizers(client, {
    resource: resources.ephemeralRunners,
    name,
    namespace,
  });
}
