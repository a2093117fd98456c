import { KubernetesClient, resources, timestamp } from '../client';
import { ensureObjects } from './ensureObjects';

const NAME = 'v1alpha1.acme.syseleven.de';

/**
 * The API by which cert-manager reaches the DNS provider's solver. Nothing
 * stands behind it here: cert-manager's own part speaks for it.
 */
export async function ensureSolverWebhook(
  client: KubernetesClient,
  now: Date,
): Promise<void> {
  const object = {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: NAME },
    spec: {
      group: 'acme.syseleven.de',
      version: 'v1alpha1',
      groupPriorityMinimum: 1000,
      versionPriority: 15,
      insecureSkipTLSVerify: true,
      service: {
        name: 'designate-certmanager-webhook',
        namespace: 'cert-manager',
        port: 443,
      },
    },
  };
  await ensureObjects(client, [object]);
  const stored = await client.get(resources.apiServices, NAME);
  if (stored?.status) {
    return;
  }
  const available = {
    type: 'Available',
    status: 'True',
    reason: 'Passed',
    message: 'all checks passed',
    lastTransitionTime: timestamp(now),
  };
  await client.update(
    resources.apiServices,
    { ...stored!, status: { conditions: [available] } },
    'status',
  );
}
