import { usePermission } from '@backstage/plugin-permission-react';
import {
  clusterCreatePermission,
  clusterDeletePermission,
  clusterUpdatePermission,
} from '@slipway/backstage-plugin-clusters-common';

/** What the reader may do to clusters; nothing while it is not known. */
export interface ClusterPermissions {
  mayCreate: boolean;
  mayUpdate: boolean;
  mayDelete: boolean;
}

/** What the reader may do; whose cluster it is is checked when it is done. */
export function useClusterPermissions(): ClusterPermissions {
  const create = usePermission({ permission: clusterCreatePermission });
  const update = usePermission({ permission: clusterUpdatePermission });
  const remove = usePermission({ permission: clusterDeletePermission });

  return {
    mayCreate: create.allowed,
    mayUpdate: update.allowed,
    mayDelete: remove.allowed,
  };
}
