import { compareVersions, parseVersion } from '../upgrading';
import { AutocompleteResult } from './AutocompleteResult';
import { present } from './present';
import { Question } from './Question';

/** Cluster templates for Kubernetes, the newest first. */
export async function listTemplates({
  cloud,
  signal,
}: Question): Promise<AutocompleteResult[]> {
  const templates = await cloud.magnum.listClusterTemplates({ signal });
  const usable = templates.filter(({ coe }) => coe === 'kubernetes');
  const count = (wanted: string) =>
    usable.filter(({ name }) => name === wanted).length;
  return usable
    .map(template => {
      const { uuid, name, labels } = template;
      const version = labels?.kube_tag ?? undefined;
      return {
        parsed: parseVersion(version ?? name) ?? [0, 0, 0],
        result: {
          // Names are for people and for links to forms, but not unique.
          id: count(name) === 1 ? name : uuid,
          title: version ? `${name} (${version})` : name,
          name,
          ...present({
            uuid,
            version,
            hidden: template.hidden ?? false,
            public: template.public ?? false,
            image: template.image_id,
            distro: template.cluster_distro,
            flavor: template.flavor_id,
            masterFlavor: template.master_flavor_id,
            masterLoadBalancer: template.master_lb_enabled ?? false,
            floatingIp: template.floating_ip_enabled ?? false,
            volumeSize: template.docker_volume_size,
            networkDriver: template.network_driver,
          }),
        },
      };
    })
    .sort((one, other) => compareVersions(other.parsed, one.parsed))
    .map(({ result }) => result);
}
