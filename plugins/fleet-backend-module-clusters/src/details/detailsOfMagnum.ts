import {
  ClusterDetails,
  readClusterMarks,
} from '@slipway/backstage-plugin-clusters-common';
import * as ids from '../resourceIds';
import { QuotaSlice, StatsSlice } from '../slices';
import { isRegistered } from '../subject/isRegistered';
import { MagnumView } from '../subject/MagnumView';
import { Seen, seen } from '../subject/Seen';
import { supportEnd } from '../texts/supportEnd';
import { newerTemplates } from './newerTemplates';
import { nodeGroupOf } from './nodeGroupOf';
import { registrationsOf } from './registrationsOf';
import { templateRefOf } from './templateRefOf';
import { usualMinutes } from './usualMinutes';

/** What the pages show of a cluster of Magnum. */
export function detailsOfMagnum(view: MagnumView): ClusterDetails {
  const { around, cloud, cluster, fleet, nodeGroups } = view;
  const marks = readClusterMarks(cluster.labels);
  const secrets = cluster.server ? around.secretsFor(cluster.server) : [];
  return {
    name: cluster.name,
    kind: 'magnum',
    cloud,
    uuid: view.row.name,
    project: cluster.project,
    creator: cluster.creator,
    watchOnly: view.api?.slice.watchOnly,
    fleetName: fleet?.name,
    reachable: fleet?.reachable,
    phase: cluster.status,
    phaseReason: cluster.statusReason,
    faults: cluster.faults,
    health: cluster.health,
    healthReasons: cluster.healthReasons,
    version: cluster.version ?? cluster.labels.kube_tag,
    versionEndsAt: supportEnd(cluster.version ?? cluster.labels.kube_tag),
    template: ownTemplate(view),
    newerTemplates: newerTemplates(view),
    masterCount: cluster.masterCount,
    nodeCount: cluster.nodeCount,
    flavor: cluster.flavor,
    masterFlavor: cluster.masterFlavor,
    keypair: cluster.keypair,
    nodeGroups: nodeGroups.map(nodeGroupOf),
    server: cluster.server,
    exposure: exposureOf(view),
    quota: quotaOf(view),
    createdAt: cluster.createdAt,
    updatedAt: cluster.updatedAt,
    createTimeout: cluster.createTimeout,
    usualMinutes: usualMinutes(view),
    observedAt: view.api?.slice.observedAt,
    registrations: registrationsOf(around, secrets),
    lacks: lacksOf(view),
    entityRef: marks?.entityRef,
    zone: marks?.zone ?? secrets.find(({ slice }) => slice.zone)?.slice.zone,
    stage: marks?.stage,
    components: marks?.components ?? [],
    labels: cluster.labels,
  };
}

function ownTemplate({ cluster, template }: MagnumView) {
  const { template: uuid } = cluster;
  if (template) {
    return templateRefOf(template);
  }
  return uuid ? { uuid, name: uuid } : undefined;
}

function exposureOf({ cluster, template }: MagnumView) {
  const { floatingIp, labels, loadBalancer } = cluster;
  const cidrs =
    labels.master_lb_allowed_cidrs || labels.api_master_lb_allowed_cidrs;
  return {
    floatingIp: floatingIp ?? false,
    loadBalancer: loadBalancer ?? false,
    allowedCidrs: cidrs || undefined,
    tls: !template?.slice.tlsDisabled,
  };
}

function quotaOf(view: MagnumView): ClusterDetails['quota'] {
  const quota = ofProject<QuotaSlice>(view, ids.QUOTAS);
  const stats = ofProject<StatsSlice>(view, ids.STATS);
  return (quota || stats) && { ...quota?.slice, ...stats?.slice };
}

function ofProject<Slice>(
  { cluster, read, row }: MagnumView,
  resource: string,
): Seen<Slice> | undefined {
  return cluster.project
    ? seen<Slice>(read.row(row.source, resource, '', cluster.project))
    : undefined;
}

/** Only a finished cluster can be without a registration. */
function lacksOf(view: MagnumView): ClusterDetails['lacks'] {
  const { cluster, fleet, phase } = view;
  const isDone = phase.outcome === 'COMPLETE' && cluster.server !== undefined;
  return [
    ...(isDone && isRegistered(view) === 'no' ? ['argocd' as const] : []),
    ...(isDone && !fleet ? ['fleet' as const] : []),
  ];
}
