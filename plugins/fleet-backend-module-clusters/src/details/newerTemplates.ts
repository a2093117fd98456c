import { ClusterTemplateRef } from '@slipway/backstage-plugin-clusters-common';
import { CLUSTER_TEMPLATES } from '../resourceIds';
import { ClusterTemplateSlice } from '../slices';
import { MagnumView } from '../subject/MagnumView';
import { allSeen } from '../subject/Seen';
import { compareVersions } from '../texts/compareVersions';
import { templateRefOf } from './templateRefOf';

/** Visible templates for the same driver with a newer version, newest first. */
export function newerTemplates({
  cluster,
  read,
  row,
  template,
}: MagnumView): ClusterTemplateRef[] {
  const version = cluster.version ?? template?.slice.kubeTag;
  const own = template?.slice;
  return allSeen<ClusterTemplateSlice>(read.rows(row.source, CLUSTER_TEMPLATES))
    .filter(
      ({ slice }) =>
        !slice.hidden &&
        isEqual(slice.coe, own?.coe) &&
        isEqual(slice.distro, own?.distro) &&
        version !== undefined &&
        compareVersions(slice.kubeTag, version) > 0,
    )
    .map(templateRefOf)
    .sort(
      (a, b) =>
        compareVersions(b.version, a.version) || (a.name < b.name ? -1 : 1),
    );
}

function isEqual(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
