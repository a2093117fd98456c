import {
  clusterSourceId,
  ItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { Condition, Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { Cause } from '../findings/Cause';
import { CERTIFICATES } from '../resourceIds';
import { CertificateSlice } from '../slices';
import { attemptsOf } from './attemptsOf';
import { CertificateView } from './CertificateView';
import { condition } from './conditions';
import { MINUTE } from './durations';
import { findIssuer } from './findIssuer';
import { lifetimeOf } from './lifetimeOf';
import { Memory } from './Memory';
import { millis } from './millis';
import { Moments } from './Moments';
import { revisionsOf } from './revisionsOf';
import { seen } from './Seen';
import { walk } from './walk';

const USUAL_TIME = 5 * MINUTE;
const USUAL_ACME_TIME = 30 * MINUTE;
/** With these there is nothing that could be served. */
const NOTHING_VALID = [
  'DoesNotExist',
  'MissingData',
  'InvalidKeyPair',
  'InvalidCertificate',
  'Expired',
];

/** What the rules need to know of a Certificate, `undefined` when there is none. */
export function viewCertificate(options: {
  ref: ItemRef;
  read: Reader;
  moments: Moments;
  memory?: Memory;
  causeOf(other: ItemRef): Cause | undefined;
}): CertificateView | undefined {
  const { ref, read, moments, memory, causeOf } = options;
  const source = clusterSourceId(ref.cluster);
  const certificate = seen<CertificateSlice>(
    read.row(source, CERTIFICATES, ref.namespace, ref.name),
  );
  if (!certificate) {
    return undefined;
  }
  const { slice } = certificate;
  const ready = condition(slice.conditions, 'Ready');
  const issuing = condition(slice.conditions, 'Issuing');
  const isIssuing = issuing?.status === 'True';
  const hasFailed =
    issuing?.status === 'False' && slice.lastFailureTime !== undefined;
  const lifetime = lifetimeOf(slice);
  const isValid =
    lifetime.notAfter !== undefined &&
    !moments.hasCome(lifetime.notAfter) &&
    isServable(ready);
  const issuer = findIssuer({ certificate, cluster: ref.cluster, read });
  const steps = walk({ certificate, read, hasFailed });
  // An issuer that nobody may see is given the longer time.
  const isPerhapsAcme =
    steps.order !== undefined ||
    issuer.found?.slice.type === 'acme' ||
    (issuer.state === 'unseen' && slice.issuer?.group === 'cert-manager.io');
  const usualTime = isPerhapsAcme ? USUAL_ACME_TIME : USUAL_TIME;
  return {
    ref,
    source,
    read,
    moments,
    memory,
    certificate,
    ready,
    issuing,
    lifetime,
    revisions: revisionsOf({ certificate, lifetime, issuing, memory, moments }),
    attempts: attemptsOf({ slice, lifetime, isIssuing, moments }),
    isValid,
    isDue:
      !isValid || moments.hasCome(lifetime.renewal) || isIssuing || hasFailed,
    isIssuing,
    hasFailed,
    usualTime,
    isWithinUsualTime:
      isIssuing &&
      !moments.hasCome(
        (millis(issuing?.lastTransitionTime) ?? -Infinity) + usualTime,
      ),
    // A Secret that was there before its Certificate counts no revision.
    isFirstIssuance:
      slice.revision === undefined && slice.notAfter === undefined,
    issuer,
    walk: steps,
    causeOf,
  };
}

function isServable(ready: Condition | undefined): boolean {
  return (
    ready?.status === 'True' ||
    (ready?.status === 'False' && !NOTHING_VALID.includes(ready.reason ?? ''))
  );
}
