import { KubernetesObject } from '@slipway/backstage-plugin-fleet-node/engine';
import { magnumTimeOf } from './magnumTimeOf';

/** An answer of Magnum in the shape of a Kubernetes object. */
export function magnumRecord(options: {
  kind: string;
  name: string;
  body: unknown;
}): KubernetesObject {
  const { kind, name, body } = options;
  return {
    apiVersion: 'magnum.openstack.org/v1',
    kind,
    metadata: {
      name,
      uid: name,
      creationTimestamp: magnumTimeOf(body, 'created_at'),
    },
    body,
  };
}
