import { KubernetesClient, resources } from '../../client';

/** Deletes an object whose finalizers are ours. */
export async function removeWithFinalizers(
  client: KubernetesClient,
  target: {
    resource: (typeof resources)[keyof typeof resources];
    name: string;
    namespace: string | undefined;
  },
): Promise<void> {
  const { resource, name, namespace } = target;
  if (!(await client.get(resource, name, namespace))) {
    return;
  }
  await client.delete(resource, name, { namespace });
  try {
    await client.patch(
      resource,
      name,
      { metadata: { finalizers: null } },
      { namespace },
    );
  } catch {
    // It had none, so it is gone.
  }
}
