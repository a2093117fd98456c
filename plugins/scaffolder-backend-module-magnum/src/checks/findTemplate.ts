import { MagnumClusterTemplate } from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';

export type FoundTemplate =
  | { template: MagnumClusterTemplate }
  | { problem: string };

/** A template that clusters may be made after, by its uuid or name. */
export async function findTemplate(
  errand: Errand,
  wanted: string,
): Promise<FoundTemplate> {
  const { cloud, signal } = errand;
  const all = await patiently(errand, () =>
    cloud.magnum.listClusterTemplates({ signal }),
  );
  const usable = all.filter(
    ({ coe, hidden }) => coe === 'kubernetes' && !hidden,
  );
  const fits = ({ uuid, name }: MagnumClusterTemplate) =>
    uuid === wanted || name === wanted;
  const found = usable.filter(fits);
  if (found.length === 1) {
    return { template: found[0] };
  }
  if (found.length > 1) {
    const uuids = found.map(({ uuid }) => uuid).join(', ');
    return {
      problem: `The cloud ${cloud.name} has ${found.length} cluster templates ${wanted}; give the uuid, one of ${uuids}`,
    };
  }
  const withdrawn = all.find(fits);
  if (withdrawn) {
    return {
      problem: withdrawn.hidden
        ? `The cluster template ${wanted} was withdrawn (it is hidden); choose another one`
        : `The cluster template ${wanted} is for ${withdrawn.coe}, not for Kubernetes`,
    };
  }
  const names = usable.map(({ name }) => name).join(', ') || 'none';
  return {
    problem: `The cloud ${cloud.name} has no cluster template ${wanted}; there are: ${names}`,
  };
}
