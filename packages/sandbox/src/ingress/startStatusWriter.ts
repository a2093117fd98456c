import { EventRecorder, resources, startController } from '../client';
import { Admission } from './admitIngresses';
import { ClusterIngress, INGRESS_CLASS } from './ClusterIngress';

const ADDRESS = '127.0.0.1';

/** Tells each Ingress what became of it: its address and an event. */
export function startStatusWriter(options: {
  ingress: ClusterIngress;
  signal: AbortSignal;
  log: (line: string) => void;
}): void {
  const { ingress, signal, log } = options;
  const { client } = ingress.cluster;
  const events = EventRecorder.create({
    client,
    component: 'nginx-ingress-controller',
    log,
  });
  const told = new Map<string, string>();

  const controller = startController({
    name: `${client.name}: nginx-ingress-controller`,
    signal,
    log,
    async reconcile(key) {
      const admission = ingress.admissions.find(a => keyOf(a) === key);
      if (!admission) {
        told.delete(key);
        return;
      }
      sayOnce(key, admission);
      if (admission.outcome === 'admitted') {
        await publishAddress(admission);
      }
    },
  });

  function sayOnce(key: string, admission: Admission) {
    const { generation, uid } = admission.ingress.metadata;
    const warnings = warningsOf(admission);
    const text = `${uid} ${generation} ${JSON.stringify(warnings)}`;
    if (told.get(key) === text) {
      return;
    }
    told.set(key, text);
    if (admission.outcome === 'rejected') {
      events.record(admission.ingress, {
        type: 'Warning',
        reason: 'Rejected',
        message: admission.message,
      });
    } else if (warnings.length) {
      events.record(admission.ingress, {
        type: 'Warning',
        reason: 'AddedOrUpdatedWithWarning',
        message: `Configuration for ${key} was added or updated ; with warning(s): ${warnings.join(
          '; ',
        )}`,
      });
    } else {
      events.record(admission.ingress, {
        type: 'Normal',
        reason: 'AddedOrUpdated',
        // The blank at the end is the controller's own.
        message: `Configuration for ${key} was added or updated `,
      });
    }
  }

  function warningsOf(admission: Admission): string[] {
    if (admission.outcome === 'rejected') {
      return [admission.message];
    }
    return [
      ...admission.warnings,
      ...ingress
        .badSecrets(admission.ingress)
        .map(
          name =>
            `TLS secret ${name} is invalid: secret doesn't exist or of an unsupported type`,
        ),
    ];
  }

  async function publishAddress({ ingress: object }: Admission) {
    const wanted = [{ ip: ADDRESS }];
    const current = object.status?.loadBalancer?.ingress;
    if (current?.length === 1 && current[0].ip === ADDRESS) {
      return;
    }
    const { name, namespace } = object.metadata;
    await client.patch(
      resources.ingresses,
      name,
      { status: { loadBalancer: { ingress: wanted } } },
      { namespace, subresource: 'status' },
    );
  }

  ingress.onChange(() =>
    ingress.admissions.forEach(admission =>
      controller.enqueue(keyOf(admission)),
    ),
  );
  ingress.admissions.forEach(admission => controller.enqueue(keyOf(admission)));
}

/** Makes the class that Ingresses name, as the controller's chart does. */
export async function ensureIngressClass(
  ingress: ClusterIngress,
): Promise<void> {
  const { client } = ingress.cluster;
  const existing = await client.get(resources.ingressClasses, INGRESS_CLASS);
  if (!existing) {
    await client.create(resources.ingressClasses, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: INGRESS_CLASS },
      spec: { controller: 'nginx.org/ingress-controller' },
    });
  }
}

function keyOf({ ingress }: Admission): string {
  return `${ingress.metadata.namespace}/${ingress.metadata.name}`;
}
