import {
  ClusterDetails,
  ClusterItem,
} from '@slipway/backstage-plugin-clusters-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';

/** What can be opened for a cluster of Magnum, with all that is known filled in. */
export interface ClusterTemplates {
  resize(options?: { nodeGroup?: string }): Remedy;
  /** To the newest template that there is; again to its own after a failure. */
  upgrade(options: { clusterTemplate: string; version?: string }): Remedy;
  nodeGroup(options?: { nodeGroup?: string }): Remedy;
  remove(): Remedy;
  /** Another one like it. */
  again(): Remedy;
}

/** The templates for a cluster. */
export function templatesFor(item: ClusterItem): ClusterTemplates {
  const { details } = item;
  const values = identityOf(item);
  const { name } = details;
  return {
    resize: ({ nodeGroup } = {}) => ({
      kind: 'template',
      title: 'Resize',
      effect: `Nodes are added to ${name} or removed from it.`,
      template: 'template:default/cluster-resize',
      values: {
        ...values,
        nodeCount: countOf(details, nodeGroup),
        ...(nodeGroup && { nodeGroup }),
      },
    }),
    upgrade: ({ clusterTemplate, version }) => ({
      kind: 'template',
      title: version ? `Upgrade to ${version}` : 'Upgrade',
      effect: `The nodes of ${name} are replaced one after the other, the control plane first.`,
      template: 'template:default/cluster-upgrade',
      values: { ...values, clusterTemplate },
    }),
    nodeGroup: ({ nodeGroup } = {}) => ({
      kind: 'template',
      title: nodeGroup ? `Node group ${nodeGroup}` : 'Add a node group',
      effect: nodeGroup
        ? `The node group ${nodeGroup} of ${name} is changed, or deleted.`
        : `${name} gets a further node group.`,
      template: 'template:default/node-group',
      values: { ...values, ...nodeGroupValues(details, nodeGroup) },
    }),
    remove: () => ({
      kind: 'template',
      title: 'Delete',
      effect: `${name} is deleted, with all of its nodes and what runs there.`,
      template: 'template:default/cluster-delete',
      values,
    }),
    again: () => ({
      kind: 'template',
      title: 'Create it again',
      effect: 'Another cluster is ordered with the same values.',
      template: 'template:default/kubernetes-cluster',
      values: orderOf(item),
    }),
  };
}

function identityOf({ details, owner }: ClusterItem): Record<string, unknown> {
  const { cloud, uuid, name } = details;
  return { cloud, cluster: uuid, name, ...(owner && { owner }) };
}

function countOf(
  { nodeCount, nodeGroups }: ClusterDetails,
  name: string | undefined,
): number | undefined {
  return nodeGroups.find(group => group.name === name)?.nodeCount ?? nodeCount;
}

function nodeGroupValues({ nodeGroups }: ClusterDetails, name?: string) {
  const group = nodeGroups.find(known => known.name === name);
  return group
    ? { nodeGroup: name, nodeCount: group.nodeCount, flavor: group.flavor }
    : {};
}

function orderOf({ details, owner }: ClusterItem): Record<string, unknown> {
  const { cloud, components, flavor, masterCount, name } = details;
  const { nodeCount, stage, template, zone } = details;
  return {
    name,
    ...(owner && { owner }),
    cloud,
    clusterTemplate: template?.name,
    nodeCount,
    masterCount,
    flavor,
    ...(zone && { zone }),
    ...(stage && { stage }),
    components,
  };
}
