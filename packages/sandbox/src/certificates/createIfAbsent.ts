import {
  KubernetesApiError,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
} from '../client';

/** Creates an object; false when it is already there, which a lagging informer may not know. */
export async function createIfAbsent(
  client: KubernetesClient,
  resource: KubernetesResource,
  object: KubernetesObject,
): Promise<boolean> {
  try {
    await client.create(resource, object);
    return true;
  } catch (error) {
    if (
      error instanceof KubernetesApiError &&
      error.reason === 'AlreadyExists'
    ) {
      return false;
    }
    throw error;
  }
}
