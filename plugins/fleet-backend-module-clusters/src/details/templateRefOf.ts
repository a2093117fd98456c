import { ClusterTemplateRef } from '@slipway/backstage-plugin-clusters-common';
import { ClusterTemplateSlice } from '../slices';
import { Seen } from '../subject/Seen';

/** A cluster template as the pages name it. */
export function templateRefOf({
  row,
  slice,
}: Seen<ClusterTemplateSlice>): ClusterTemplateRef {
  return { uuid: row.name, name: slice.name, version: slice.kubeTag };
}
