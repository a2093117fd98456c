import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from '../subject/CertificateView';
import { condition } from '../subject/conditions';
import { conditionWords } from '../subject/conditionWords';
import { findController } from '../subject/findController';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';

/** That cert-manager does not act, proved by its Deployment where that is down. */
export function blameController(
  { certificate, read, source, ref }: CertificateView,
  sign: { says: string; since?: string },
): Cause {
  const { says, since } = sign;
  const controller = findController(read, source);
  const deployment = controller
    ? refOf(ref.cluster, controller.row)
    : {
        scope: ref.cluster,
        kind: 'Deployment',
        namespace: 'cert-manager',
        name: 'cert-manager',
      };
  const code = 'certificate.controller.not-running';
  const root = formatRoot(deployment);
  if (!controller || controller.slice.available > 0) {
    const evidence = refOf(ref.cluster, certificate.row);
    return { code, evidence, says, root, since };
  }
  const { conditions, replicas } = controller.slice;
  const available = condition(conditions, 'Available');
  return {
    code,
    evidence: deployment,
    says:
      available && available.status !== 'True'
        ? conditionWords(available)
        : `spec.replicas: ${replicas}, status.availableReplicas: 0`,
    root,
    since,
  };
}
