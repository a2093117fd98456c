import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { isRegistered } from '../subject/isRegistered';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';

/** The registration in Argo CD, where that can be seen. */
export function registrationStep(view: MagnumView): EvidenceStep | undefined {
  const { around, cluster } = view;
  const [secret] = cluster.server ? around.secretsFor(cluster.server) : [];
  if (secret) {
    return {
      object: refOf(secret.row),
      title: 'Registration in Argo CD',
      state: 'done',
      says: `${secret.slice.name}: ${secret.slice.server}`,
      at: secret.row.createdAt,
    };
  }
  const [hub] = around.hubs();
  return hub && cluster.server && isRegistered(view) === 'no'
    ? {
        object: {
          scope: hub.name,
          kind: 'Registration',
          namespace: '',
          name: cluster.name,
        },
        title: 'Registration in Argo CD',
        state: 'waiting',
        says: `There is none for ${cluster.server}`,
      }
    : undefined;
}
