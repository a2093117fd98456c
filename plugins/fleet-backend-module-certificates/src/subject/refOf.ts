import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node/engine';

/** Names the object of a row, wherever the cluster is called so. */
export function refOf(cluster: string, row: Row): ObjectRef {
  const { kind, namespace, name } = row;
  return { scope: cluster, kind, namespace, name };
}
