import {
  MagnumCluster,
  MagnumClusterTemplate,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { parseVersion, Version } from './Version';

export interface UpgradeVersions {
  from?: Version;
  to?: Version;
}

/** What runs and what a template brings, as far as anybody says. */
export async function readVersions(
  errand: Errand,
  cluster: MagnumCluster,
  templates: { current?: MagnumClusterTemplate; wanted: MagnumClusterTemplate },
): Promise<UpgradeVersions> {
  const { current, wanted } = templates;
  const labels = cluster.labels ?? {};
  return {
    from:
      parseVersion(cluster.coe_version) ??
      parseVersion(labels.kube_tag) ??
      (current && (await versionOf(errand, current))),
    to: await versionOf(errand, wanted),
  };
}

/** Drivers for Cluster API take the version from the image. */
async function versionOf(
  { cloud, signal }: Errand,
  template: MagnumClusterTemplate,
): Promise<Version | undefined> {
  const tagged = parseVersion(template.labels?.kube_tag);
  if (tagged) {
    return tagged;
  }
  const images = await cloud.lookups.images({ signal });
  const image =
    images.outcome === 'known'
      ? images.value.find(({ id, name }) =>
          [id, name].includes(template.image_id),
        )
      : undefined;
  return parseVersion(image?.kubeVersion) ?? parseVersion(template.name);
}
