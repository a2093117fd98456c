import {
  Condition,
  conditionsOf,
  KubernetesObject,
  textOf,
  timeOf,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** What is kept of a CertificateRequest. */
export interface RequestSlice {
  certificateName?: string;
  revision?: number;
  conditions: Condition[];
  failureTime?: string;
}

/** The slice of a CertificateRequest. */
export function projectRequest(object: KubernetesObject): RequestSlice {
  const annotation = (name: string) =>
    textOf(object, 'metadata', 'annotations', `cert-manager.io/${name}`);
  const revision = Number(annotation('certificate-revision') ?? NaN);
  return {
    certificateName: annotation('certificate-name'),
    revision: Number.isInteger(revision) ? revision : undefined,
    conditions: conditionsOf(object),
    failureTime: timeOf(object, 'status', 'failureTime'),
  };
}
