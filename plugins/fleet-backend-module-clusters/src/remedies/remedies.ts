import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { commandsFor } from './commands';
import { dayTwo } from './dayTwo';
import { nextUpgrade } from './nextUpgrade';
import { templatesFor } from './templates';

/** What can be done about a cluster from here: what helps first, then what always can be. */
export function remedies(item: ClusterItem): Remedy[] {
  const helping = remediesOf(item);
  const mayChange = item.details.kind === 'magnum' && !item.details.watchOnly;
  const all = [
    ...helping,
    ...dayTwo(item).map(remedy => ({ ...remedy, isRoutine: true })),
  ];
  return all
    .filter(
      (remedy, at) => all.findIndex(other => isSame(other, remedy)) === at,
    )
    .filter(({ kind }) => mayChange || kind !== 'template');
}

function isSame(a: Remedy, b: Remedy): boolean {
  return a.kind === 'template' && b.kind === 'template'
    ? a.template === b.template
    : a.kind === b.kind && a.title === b.title;
}

function remediesOf(item: ClusterItem): Remedy[] {
  const { details, finding } = item;
  const open = templatesFor(item);
  const run = commandsFor(item);
  const evidence = details.nodeGroups.find(
    ({ uuid }) => uuid === finding?.evidence.name,
  );
  const nodeGroup = evidence?.name;
  switch (finding?.cause) {
    case undefined:
      return [];
    case 'cluster.create.quota-exceeded':
      return [run.quota(), open.remove(), open.again()];
    case 'cluster.network.floating-ips-exhausted':
      return [run.floatingIps(), open.remove(), open.again()];
    case 'cluster.loadbalancer.failed':
      return [run.loadBalancers(), open.remove(), open.again()];
    case 'cluster.create.stuck':
      return [run.quota(), run.machines(), open.remove(), open.again()];
    case 'cluster.create.no-valid-host':
    case 'cluster.create.trust-refused':
    case 'cluster.create.image-unusable':
    case 'cluster.create.flavor-unusable':
    case 'cluster.create.failed':
      return [open.remove(), open.again(), run.show()];
    case 'cluster.nodegroup.failed':
      return [open.nodeGroup({ nodeGroup }), run.showNodeGroup()];
    case 'cluster.resize.failed':
      return [open.resize({ nodeGroup }), run.show()];
    case 'cluster.upgrade.failed-partway':
      return [
        ...(details.template
          ? [
              open.upgrade({
                clusterTemplate: details.template.name,
                version: details.template.version,
              }),
            ]
          : []),
        run.machines(),
        run.show(),
      ];
    case 'cluster.delete.leftover-resources':
      return [run.leftovers(), run.deleteAgain(), run.show()];
    case 'cluster.health.api-down':
      return [run.machines(), run.loadBalancers(), run.show()];
    case 'cluster.health.node-not-ready':
      return [open.resize(), run.machines(), run.show()];
    case 'cluster.credentials.creator-gone':
      return [run.rotateCredential(), run.show()];
    case 'cluster.version.unsupported':
      return [...nextUpgrade(item), run.show()];
    case 'cluster.registration.not-in-argocd':
      return [run.register(), run.registrations()];
    case 'cluster.registration.name-collision':
    case 'cluster.registered.not-watched':
      return [run.registrations()];
    case 'cluster.registered.unreachable':
      return [run.versionOf()];
    case 'cluster.api.magnum-unreachable':
      return [run.askMagnum()];
    case 'cluster.api.credential-refused':
      return [run.loginAgain()];
    default:
      return [run.show()];
  }
}
