import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { DOMAIN_ID } from '../domainId';
import { CertificateView } from '../subject/CertificateView';
import { conditionWords } from '../subject/conditionWords';
import { condition } from '../subject/conditions';
import { CaView, findCa } from '../subject/findCa';
import { millis } from '../subject/millis';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { failureTexts } from './failureTexts';

const code = 'certificate.issuer.ca-expired';
const SAID_BY_CERT_MANAGER = /already[ -]expired certificate/i;

/** The CA that signs has expired, so clients reject what it signed. */
export function caExpired(view: CertificateView): Cause | undefined {
  const ca = findCa(view);
  // Why a CA expired that signs itself is told by what follows.
  const signsItself =
    ca?.certificate && ca.certificate.row === view.certificate.row;
  if (ca && !signsItself && isExpired(view, ca)) {
    return causeOf(view, ca);
  }
  const said = failureTexts(view).find(({ text }) =>
    SAID_BY_CERT_MANAGER.test(text),
  );
  if (!said) {
    return undefined;
  }
  const { text: says, evidence, since } = said;
  return ca && !signsItself && (ca.certificate || ca.secret)
    ? { ...causeOf(view, ca), says, since }
    : { code, evidence, says, since, root: formatRoot(view.issuer.ref) };
}

function isExpired({ moments }: CertificateView, ca: CaView): boolean {
  return [ca.certificate?.slice.notAfter, ca.secret?.slice.notAfter]
    .map(time => moments.hasCome(millis(time)))
    .includes(true);
}

function causeOf(view: CertificateView, ca: CaView): Cause {
  const { cluster } = view.ref;
  const { certificate, secret, secretRef } = ca;
  if (!certificate) {
    const since = secret?.slice.notAfter;
    return {
      code,
      evidence: secretRef,
      says: `tls.crt: notAfter ${since}`,
      root: formatRoot(secretRef),
      since,
    };
  }
  const { row, slice } = certificate;
  const evidence = refOf(cluster, row);
  const ready = condition(slice.conditions, 'Ready');
  const isOver = view.moments.hasCome(millis(slice.notAfter));
  const since = isOver ? slice.notAfter : secret?.slice.notAfter;
  const { namespace, name } = row;
  const follows = view.causeOf({ domain: DOMAIN_ID, cluster, namespace, name });
  return {
    code,
    evidence,
    says:
      isOver && ready?.reason === 'Expired'
        ? conditionWords(ready)
        : `${isOver ? 'status' : 'tls.crt'}: notAfter ${since}`,
    root: follows?.root ?? formatRoot(evidence),
    since,
  };
}
