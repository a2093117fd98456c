import {
  ClusterDetails,
  ClusterNodeGroup,
} from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { mayChange } from '../reading/mayChange';
import { useClusterPermissions } from './useClusterPermissions';
import { useTemplateHref } from './useTemplateHref';

/** Where the forms are that change a node group; none that would be refused. */
export interface NodeGroupForms {
  resize?: string;
  /** Not of those that a cluster was made with: these stay. */
  remove?: string;
}

/** The forms that change a node group, filled in with what it is now. */
export function useNodeGroupForms(
  item: ServedItem<ClusterDetails>,
  group: ClusterNodeGroup,
): NodeGroupForms {
  const { details, owner } = item;
  const { cloud, name, uuid } = details;
  const { isDefault, name: nodeGroup, nodeCount, role } = group;
  const { mayUpdate } = useClusterPermissions();
  const toTemplate = useTemplateHref();
  const values = { cloud, cluster: uuid, name, owner, nodeGroup };

  if (!mayUpdate || !mayChange(details) || role === 'master') {
    return {};
  }
  return {
    resize: toTemplate({
      templateName: 'cluster-resize',
      values: { ...values, nodeCount },
    }),
    remove: isDefault
      ? undefined
      : toTemplate({
          templateName: 'node-group',
          values: { ...values, task: 'delete' },
        }),
  };
}
