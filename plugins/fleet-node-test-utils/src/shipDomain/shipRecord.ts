import { KubernetesObject } from '@slipway/backstage-plugin-fleet-node/engine';

/** A ship as a cloud tells of it, with something that nobody keeps. @public */
export function shipRecord(name: string, crew = 'ten'): KubernetesObject {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Ship',
    metadata: { name, uid: name },
    body: { crew, password: 'the-password' },
  };
}
