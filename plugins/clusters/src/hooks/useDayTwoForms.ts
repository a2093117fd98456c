import {
  ClusterDetails,
  ClusterNodeGroup,
  ClusterTemplateRef,
} from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { mayChange } from '../reading/mayChange';
import { useClusterPermissions } from './useClusterPermissions';
import { useTemplateHref } from './useTemplateHref';

/** Where the forms are that change a cluster; none that would be refused. */
export interface DayTwoForms {
  upgrade?: string;
  resize?: string;
  nodeGroup?: string;
  remove?: string;
  /** To one of the newer templates. */
  upgradeTo: (template: ClusterTemplateRef) => string | undefined;
  /** Of one of its node groups; those it was made with stay. */
  ofGroup: (group: ClusterNodeGroup) => { resize?: string; remove?: string };
}

/** The forms that change a cluster, filled in with what it is now. */
export function useDayTwoForms(item: ServedItem<ClusterDetails>): DayTwoForms {
  const { details, owner } = item;
  const { cloud, name, newerTemplates, nodeCount, uuid } = details;
  const { mayUpdate, mayDelete } = useClusterPermissions();
  const toTemplate = useTemplateHref();
  const change = mayChange(details);
  const cluster = { cloud, cluster: uuid, name, owner };

  const form = (templateName: string, values: object = {}) =>
    toTemplate({ templateName, values: { ...cluster, ...values } });
  const upgradeTo = (newer: ClusterTemplateRef) =>
    mayUpdate && change.update
      ? form('cluster-upgrade', { clusterTemplate: newer.name })
      : undefined;

  const ofGroup = ({
    isDefault,
    name: nodeGroup,
    ...group
  }: ClusterNodeGroup) =>
    mayUpdate && change.update && group.role !== 'master'
      ? {
          resize: form('cluster-resize', {
            nodeGroup,
            nodeCount: group.nodeCount,
          }),
          remove: isDefault
            ? undefined
            : form('node-group', { nodeGroup, task: 'delete' }),
        }
      : {};

  return {
    upgradeTo,
    ofGroup,
    upgrade: newerTemplates[0] && upgradeTo(newerTemplates[0]),
    ...(mayUpdate &&
      change.update && {
        resize: form('cluster-resize', { nodeCount }),
        nodeGroup: form('node-group'),
      }),
    ...(mayDelete && change.remove && { remove: form('cluster-delete') }),
  };
}
