import {
  KubernetesApiError,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  resources,
} from '../client';

const byKind = new Map<string, KubernetesResource>(
  Object.values(resources).map(resource => [
    `${resource.group}/${resource.kind}`,
    resource,
  ]),
);

const ATTEMPTS = 40;

/** Applies objects in order, forcing: what people changed on them is put back. */
export async function ensureObjects(
  client: KubernetesClient,
  objects: KubernetesObject[],
): Promise<void> {
  for (const object of objects) {
    await ensureObject(client, object);
  }
}

async function ensureObject(
  client: KubernetesClient,
  object: KubernetesObject,
) {
  const [group] = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')
    : [''];
  const resource = byKind.get(`${group}/${object.kind}`);
  if (!resource) {
    throw new Error(`${object.kind} is not a kind that the sandbox seeds`);
  }
  for (let attempt = 1; ; attempt++) {
    try {
      await client.apply(resource, object, { force: true });
      return;
    } catch (error) {
      // Its definition has just been created and is not served yet.
      const soon = error instanceof KubernetesApiError && error.code === 404;
      if (!soon || attempt === ATTEMPTS) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
