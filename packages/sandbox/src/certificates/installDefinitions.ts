import {
  KubernetesApiError,
  KubernetesClient,
  KubernetesObject,
  resources,
} from '../client';
import { CLUSTER_RESOURCE_NAMESPACE } from './CertManager';
import { createIfAbsent } from './createIfAbsent';
import { acmeDefinitions } from './definitions/acmeDefinitions';
import { certManagerDefinitions } from './definitions/certManagerDefinitions';

/** Puts the definitions of cert-manager's kinds and its namespace into a cluster. */
export async function installDefinitions(
  client: KubernetesClient,
): Promise<void> {
  for (const definition of [...certManagerDefinitions, ...acmeDefinitions]) {
    await install(client, definition);
  }
  await createIfAbsent(client, resources.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: CLUSTER_RESOURCE_NAMESPACE },
  });
}

async function install(client: KubernetesClient, definition: KubernetesObject) {
  try {
    await client.apply(resources.customResourceDefinitions, definition, {
      force: true,
    });
  } catch (error) {
    if (error instanceof KubernetesApiError) {
      const { name } = definition.metadata;
      throw new Error(`${name} is not accepted: ${error.message}`);
    }
    throw error;
  }
}
