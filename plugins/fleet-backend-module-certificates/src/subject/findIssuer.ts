import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { isComplete } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { CLUSTER_ISSUERS, ISSUERS } from '../resourceIds';
import { CertificateSlice, IssuerSlice } from '../slices';
import { Seen, seen } from './Seen';

/** What `spec.issuerRef` leads to. */
export interface IssuerView {
  /** What it names, existing or not. */
  ref: ObjectRef;
  /**
   * `missing`: it does not exist; `unseen`: nobody can tell, also where it is of
   * somebody else's kind, which is not read.
   */
  state: 'found' | 'missing' | 'unseen';
  found?: Seen<IssuerSlice>;
}

/** The issuer that a Certificate names. */
export function findIssuer(options: {
  certificate: Seen<CertificateSlice>;
  cluster: string;
  read: Reader;
}): IssuerView {
  const { certificate, cluster, read } = options;
  const { source, namespace } = certificate.row;
  const { issuer } = certificate.slice;
  const {
    kind = 'Issuer',
    name = '',
    group = 'cert-manager.io',
  } = issuer ?? {};
  const isClusterWide = kind === 'ClusterIssuer';
  const ref = {
    scope: cluster,
    kind,
    namespace: isClusterWide ? '' : namespace,
    name,
  };
  if (!issuer || group !== 'cert-manager.io') {
    return { ref, state: 'unseen' };
  }
  if (kind !== 'Issuer' && !isClusterWide) {
    return { ref, state: 'missing' };
  }
  const resource = isClusterWide ? CLUSTER_ISSUERS : ISSUERS;
  const row = read.row(source, resource, ref.namespace, name);
  const found = seen<IssuerSlice>(row);
  if (found) {
    return { ref, state: 'found', found };
  }
  const coverage = read.coverage(
    source,
    resource,
    isClusterWide ? undefined : namespace,
  );
  return { ref, state: isComplete(coverage) ? 'missing' : 'unseen' };
}
