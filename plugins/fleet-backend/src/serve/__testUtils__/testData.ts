import {
  clusterSourceId,
  FleetItem,
  formatItemRef,
  Incident,
  SourceInfo,
  Status,
} from '@slipway/backstage-plugin-fleet-common';

/** The moment at which tests look. */
export const NOW = new Date('2026-11-22T10:00:00.000Z');

/** An item of a test: a certificate of the storefront unless it says otherwise. */
export function testItem(
  name: string,
  options: {
    status?: Status;
    cluster?: string;
    namespace?: string;
    owner?: string;
    says?: string;
    root?: string;
  } & Partial<FleetItem> = {},
): FleetItem {
  const {
    status = 'healthy',
    cluster = 'dev-1',
    namespace = 'shop-prod',
    owner = 'group:default/storefront',
    says = `${name} is broken`,
    root = `${cluster}/Issuer/${namespace}/letsencrypt`,
    ...rest
  } = options;
  const object = { scope: cluster, kind: 'Certificate', namespace, name };
  return {
    ref: { domain: 'certificates', cluster, namespace, name },
    status,
    finding:
      status === 'healthy'
        ? undefined
        : {
            cause: 'certificate.test',
            status,
            title: 'It is broken',
            advice: 'Mend it',
            says,
            evidence: object,
            root,
          },
    object,
    impact: [`${name}.example.org`],
    details: {},
    owner,
    ...rest,
  };
}

/** An incident with these members, which speaks with the words of the first. */
export function testIncident(
  members: FleetItem[],
  options: Partial<Incident> = {},
): Incident {
  const [{ finding, status }] = members;
  return {
    id: 'incident-1',
    root: finding?.root ?? 'dev-1/Issuer/shop-prod/letsencrypt',
    status,
    cause: finding?.cause ?? 'certificate.test',
    title: finding?.title ?? 'It is broken',
    advice: finding?.advice ?? 'Mend it',
    says: finding?.says ?? '',
    evidence: members[0].object,
    openedAt: NOW.toISOString(),
    members: members.map(member => formatItemRef(member.ref)),
    ...options,
  };
}

/** A cluster of a test. */
export function testSource(
  name: string,
  options: Partial<SourceInfo> = {},
): SourceInfo {
  return {
    id: clusterSourceId(name),
    kind: 'cluster',
    name,
    server: `https://${name}.internal:6443`,
    state: 'live',
    reachable: true,
    since: NOW.toISOString(),
    lastContact: NOW.toISOString(),
    ...options,
  };
}
