import { CauseEntry } from '@slipway/backstage-plugin-fleet-common';
import { CertificateCause } from './CertificateCause';

/** An entry of the catalogue of this domain. @public */
export interface CertificateCauseEntry extends CauseEntry {
  /** One of the codes of this domain. */
  code: CertificateCause;
}

/**
 * Every cause of the domain, in the words of corpus/causes-certificates.yaml.
 *
 * @public
 */
export const certificateCauses: CertificateCauseEntry[] = [
  {
    code: 'certificate.cluster.unreachable',
    title: 'Cluster does not answer',
    status: ['unknown'],
    root: 'the cluster',
    evidence: ['Cluster'],
    impact: 'dns names',
    advice:
      'Restore the connection to the cluster; last contact and the last known expiry are shown.',
  },
  {
    code: 'certificate.controller.not-running',
    title: 'cert-manager is not running',
    status: ['at-risk', 'failing'],
    kind: 'person',
    root: "the controller's Deployment",
    evidence: ['Deployment', 'Certificate'],
    impact: 'dns names',
    advice:
      'Bring the cert-manager controller back (see its Deployment and pods); renewals then start by themselves.',
  },
  {
    code: 'certificate.renewal.disabled',
    title: 'Renewal is switched off',
    status: ['at-risk', 'failing'],
    kind: 'person',
    root: 'the Certificate',
    evidence: ['Certificate'],
    impact: 'dns names',
    advice: 'Remove the policy or renew by hand before the date shown.',
  },
  {
    code: 'certificate.renewal.failing-but-still-valid',
    title: 'Renewals fail, reason no longer visible',
    status: ['at-risk', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the Certificate',
    evidence: ['Certificate'],
    impact: 'dns names',
    advice:
      'Renew by hand once and read the new challenge at once; it is deleted at the next attempt.',
  },
  {
    code: 'certificate.expired',
    title: 'Expired, reason no longer visible',
    status: ['failing'],
    kind: 'person',
    root: 'the Certificate',
    evidence: ['Certificate'],
    impact: 'dns names',
    advice: 'Renew by hand now and follow the new request.',
  },
  {
    code: 'certificate.issuance.in-progress',
    title: 'Being issued',
    status: ['progressing'],
    root: 'the Certificate',
    evidence: ['Challenge', 'Order', 'CertificateRequest', 'Certificate'],
    impact: 'dns names',
    advice: 'Wait; the usual time is shown.',
  },
  {
    code: 'certificate.secret.shared-by-two',
    title: 'Two certificates share one secret',
    status: ['failing', 'degraded'],
    kind: 'person',
    root: 'the Certificate that is not the owner',
    evidence: ['Certificate'],
    impact: 'dns names',
    advice: 'Give each Certificate its own secret name.',
  },
  {
    code: 'certificate.secret.overwritten',
    title: 'Secret is overwritten by something else',
    status: ['failing', 'degraded'],
    kind: 'person',
    root: 'the Secret',
    evidence: ['Secret', 'Certificate'],
    impact: 'dns names',
    advice:
      'Stop the other writer (GitOps, secret synchronisation) from writing this secret.',
  },
  {
    code: 'certificate.issuer.not-found',
    title: 'Issuer does not exist',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the issuer named',
    evidence: ['CertificateRequest', 'Certificate'],
    impact: 'dns names',
    advice:
      'Correct the name or the kind (Issuer or ClusterIssuer) of the issuer.',
  },
  {
    code: 'certificate.issuer.acme-account',
    title: 'ACME account is not accepted',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the issuer',
    evidence: ['Issuer', 'ClusterIssuer'],
    impact: 'dns names',
    advice:
      'Give the issuer a new account key secret and let it register again.',
  },
  {
    code: 'certificate.issuer.ca-expired',
    title: 'CA has expired',
    status: ['failing'],
    kind: 'person',
    root: "the root of the CA Certificate's finding, else the CA's Certificate, else its Secret",
    evidence: ['Certificate', 'Secret'],
    impact: 'dns names',
    advice: 'Renew the CA, then renew every certificate it signed.',
  },
  {
    code: 'certificate.issuer.not-ready',
    title: 'Issuer is not ready',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the issuer',
    evidence: ['Issuer', 'ClusterIssuer'],
    impact: 'dns names',
    advice:
      "Mend what the issuer's condition names; waiting requests go on by themselves.",
  },
  {
    code: 'certificate.request.denied',
    title: 'Request denied by policy',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the Certificate',
    evidence: ['CertificateRequest'],
    impact: 'dns names',
    advice: 'Ask only for names the policy allows, or have the policy widened.',
  },
  {
    code: 'certificate.request.not-approved',
    title: 'Request is not approved',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the issuer',
    evidence: ['CertificateRequest'],
    impact: 'dns names',
    advice:
      'Add an approval policy that covers the namespace and issuer, or switch the built-in approver on.',
  },
  {
    code: 'certificate.request.invalid',
    title: 'Request is invalid',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the Certificate',
    evidence: ['CertificateRequest'],
    impact: 'dns names',
    advice: "Correct the Certificate's spec as the message says.",
  },
  {
    code: 'certificate.acme.server-unreachable',
    title: 'ACME server does not answer',
    status: ['at-risk', 'failing', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the issuer',
    evidence: ['Issuer', 'ClusterIssuer', 'Order'],
    impact: 'dns names',
    advice:
      'Check the way out of the cluster (proxy, DNS, firewall) and the state of the certificate authority.',
  },
  {
    code: 'certificate.acme.rate-limited',
    title: 'Rate limit of the certificate authority',
    status: ['at-risk', 'failing', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the Certificate',
    evidence: ['Order'],
    impact: 'dns names',
    advice:
      'Do not retry by hand before the stated time, and stop deleting the secret.',
  },
  {
    code: 'certificate.acme.order-rejected',
    title: 'Order rejected by the certificate authority',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the Certificate',
    evidence: ['Order'],
    impact: 'dns names',
    advice: 'Change what the message names; retrying does not help.',
  },
  {
    code: 'certificate.acme.no-solver',
    title: 'No solver fits this name',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the issuer',
    evidence: ['Order'],
    impact: 'dns names',
    advice: 'Add a fitting solver to the issuer, or use another issuer.',
  },
  {
    code: 'certificate.acme.validation-failed',
    title: 'Validation failed',
    status: ['at-risk', 'failing', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the Certificate',
    evidence: ['Challenge'],
    impact: 'dns names',
    advice:
      'HTTP-01: open port 80 to the internet; DNS-01: compare the TXT record; CAA: allow the authority.',
  },
  {
    code: 'certificate.http01.self-check-failing',
    title: 'Own HTTP-01 answer cannot be fetched',
    status: ['at-risk', 'failing', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the Certificate',
    evidence: ['Challenge'],
    impact: 'dns names',
    advice:
      "Let the name point to this cluster's ingress, and let the cluster reach its own public address on port 80.",
  },
  {
    code: 'certificate.http01.solver-refused',
    title: 'HTTP-01 solver was refused',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: 'the Certificate',
    evidence: ['Ingress', 'HTTPRoute', 'Challenge'],
    impact: 'dns names',
    advice:
      'F5 NGINX: set `acme.cert-manager.io/http01-edit-in-place: "true"`; otherwise mend the rule that refuses it, or use DNS-01.',
  },
  {
    code: 'certificate.dns01.present-refused',
    title: 'DNS provider refuses the record',
    status: ['at-risk', 'failing', 'degraded'],
    kind: 'person',
    root: "the issuer (its solver's credentials)",
    evidence: ['Challenge'],
    impact: 'dns names',
    advice: "Correct the credential, key or zone of the issuer's DNS solver.",
  },
  {
    code: 'certificate.dns01.webhook-unavailable',
    title: 'DNS solver webhook does not run',
    status: ['at-risk', 'failing', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the APIService',
    evidence: ['APIService', 'Challenge'],
    impact: 'dns names',
    advice: "Bring the webhook's pods back; challenges go on by themselves.",
  },
  {
    code: 'certificate.dns01.zone-broken',
    title: 'DNS zone does not answer',
    status: ['at-risk', 'failing', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the zone, dns/Zone//<first DNS name without its first label>',
    evidence: ['Challenge'],
    impact: 'dns names',
    advice:
      'Repair the zone or its delegation; every certificate of the zone waits for it.',
  },
  {
    code: 'certificate.dns01.not-propagated',
    title: 'DNS record does not appear',
    status: ['at-risk', 'failing', 'progressing', 'degraded'],
    kind: 'may-pass',
    root: 'the zone, dns/Zone//<first DNS name without its first label>',
    evidence: ['Challenge'],
    impact: 'dns names',
    advice:
      'Check that the provider writes into the zone that the world asks (delegation, split DNS, CNAME).',
  },
];
