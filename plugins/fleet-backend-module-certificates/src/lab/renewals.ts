import { Case } from './Case';
import { hasCondition } from './hasCondition';

/** What becomes of certificates that were issued and are renewed. */
export const renewals: Case[] = [
  {
    state: 'renewed',
    certificate: 'leaf',
    provoke: (_scene, renew) => renew('leaf'),
    there: {
      kind: 'Certificate',
      isSo: object =>
        object.status?.revision === 2 &&
        !hasCondition(object, 'Issuing', 'True'),
    },
    concludes: { status: 'healthy' },
  },
  {
    state: 'renewal-hangs-on-tsig-key',
    certificate: 'turns',
    async provoke(scene, renew) {
      await scene.until('Certificate', 'turns', object =>
        hasCondition(object, 'Ready', 'True'),
      );
      await scene.secret('turning', scene.wrongTsigKey);
      await renew('turns');
    },
    there: {
      kind: 'Challenge',
      isSo: object => Boolean(object.status?.reason),
    },
    concludes: {
      status: 'at-risk',
      finding: {
        cause: 'certificate.dns01.present-refused',
        evidence: 'Challenge',
        says: 'bad authentication',
      },
    },
  },
  {
    // the Issuer still says that it is ready
    state: 'renewal-fails-account-stopped',
    certificate: 'stops',
    async provoke(scene, renew) {
      await scene.until('Certificate', 'stops', object =>
        hasCondition(object, 'Ready', 'True'),
      );
      await scene.stopAccount('stopping');
      await renew('stops');
    },
    there: {
      kind: 'Certificate',
      isSo: object => Boolean(object.status?.lastFailureTime),
    },
    concludes: {
      status: 'at-risk',
      finding: {
        cause: 'certificate.acme.order-rejected',
        evidence: 'Order',
        says: 'Account has been deactivated',
      },
    },
  },
  {
    // any change of the Issuer makes cert-manager look at the account again
    state: 'issuer-account-stopped',
    certificate: 'stops',
    async provoke(scene) {
      await scene.patch('Issuer', 'stopping', {
        spec: { acme: { email: 'changed@lab.test' } },
      });
      await scene.until('Issuer', 'stopping', object =>
        hasCondition(object, 'Ready', 'False'),
      );
    },
    there: { kind: 'Certificate', isSo: () => true },
    concludes: {
      status: 'at-risk',
      finding: {
        cause: 'certificate.issuer.acme-account',
        evidence: 'Issuer',
        says: 'exists but is deactivated',
      },
    },
  },
];
