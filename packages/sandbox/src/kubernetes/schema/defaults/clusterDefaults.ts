import { JsonObject } from '../types';
import { Defaulter } from './Defaulter';
import { ensure, fill, part, parts } from './fields';

const RBAC = 'rbac.authorization.k8s.io';

/** Namespaces, secrets, storage, RBAC and extensions, by `<group>/<kind>`. */
export const clusterDefaults: Record<string, Defaulter> = {
  '/Namespace': defaultNamespace,
  '/Secret': defaultSecret,
  '/PersistentVolume': object => {
    fill(ensure(object, 'spec'), {
      persistentVolumeReclaimPolicy: 'Retain',
      volumeMode: 'Filesystem',
    });
    fill(ensure(object, 'status'), { phase: 'Pending' });
  },
  '/PersistentVolumeClaim': object => {
    fill(ensure(object, 'metadata'), {
      finalizers: ['kubernetes.io/pvc-protection'],
    });
    fill(ensure(object, 'spec'), { volumeMode: 'Filesystem' });
    fill(ensure(object, 'status'), { phase: 'Pending' });
  },
  'policy/PodDisruptionBudget': object =>
    fill(object, {
      status: {
        currentHealthy: 0,
        desiredHealthy: 0,
        disruptionsAllowed: 0,
        expectedPods: 0,
      },
    }),
  '/ResourceQuota': object => fill(object, { status: {} }),
  '/LimitRange': defaultLimitRange,
  'storage.k8s.io/StorageClass': object =>
    fill(object, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }),
  'scheduling.k8s.io/PriorityClass': object =>
    fill(object, { preemptionPolicy: 'PreemptLowerPriority' }),
  [`${RBAC}/RoleBinding`]: defaultBinding,
  [`${RBAC}/ClusterRoleBinding`]: defaultBinding,
  'apiextensions.k8s.io/CustomResourceDefinition': defaultDefinition,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration':
    defaultWebhooks,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': defaultWebhooks,
};

function defaultNamespace(namespace: JsonObject) {
  const metadata = ensure(namespace, 'metadata');
  ensure(metadata, 'labels')['kubernetes.io/metadata.name'] = metadata.name;
  fill(ensure(namespace, 'spec'), { finalizers: ['kubernetes'] });
  fill(ensure(namespace, 'status'), { phase: 'Active' });
}

function defaultSecret(secret: JsonObject) {
  fill(secret, { type: 'Opaque' });
  const plain = part(secret, 'stringData');
  if (plain) {
    const data = ensure(secret, 'data');
    for (const [key, value] of Object.entries(plain)) {
      data[key] = Buffer.from(String(value)).toString('base64');
    }
    delete secret.stringData;
  }
}

function defaultLimitRange(object: JsonObject) {
  for (const limit of parts(part(object, 'spec'), 'limits')) {
    if (limit.type === 'Container') {
      fill(ensure(limit, 'default'), part(limit, 'max') ?? {});
      fill(ensure(limit, 'defaultRequest'), part(limit, 'default') ?? {});
      fill(limit.defaultRequest as JsonObject, part(limit, 'min') ?? {});
    }
  }
}

function defaultBinding(binding: JsonObject) {
  const roleRef = part(binding, 'roleRef');
  if (roleRef && !roleRef.apiGroup) {
    roleRef.apiGroup = RBAC;
  }
  for (const subject of parts(binding, 'subjects')) {
    if (subject.kind !== 'ServiceAccount') {
      fill(subject, { apiGroup: RBAC });
    }
  }
}

function defaultDefinition(definition: JsonObject) {
  const spec = ensure(definition, 'spec');
  const names = ensure(spec, 'names');
  if (typeof names.kind === 'string') {
    const { kind } = names;
    fill(names, { singular: kind.toLowerCase(), listKind: `${kind}List` });
  }
  fill(spec, { conversion: { strategy: 'None' } });
}

function defaultWebhooks(configuration: JsonObject) {
  for (const webhook of parts(configuration, 'webhooks')) {
    fill(webhook, {
      failurePolicy: 'Fail',
      matchPolicy: 'Equivalent',
      namespaceSelector: {},
      objectSelector: {},
      timeoutSeconds: 10,
    });
    parts(webhook, 'rules').forEach(rule => fill(rule, { scope: '*' }));
    const service = part(part(webhook, 'clientConfig'), 'service');
    if (service) {
      fill(service, { port: 443 });
    }
  }
}
