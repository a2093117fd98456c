import { acmeFaults } from '../certificates';
import { Fault } from '../faults/Faults';
import { Zone } from './startZone';

/** One fault for each way in which the renewal of a certificate can be refused. */
export function certificateFaults(
  zones: () => Pick<Zone, 'name' | 'saboteur'>[],
): Fault[] {
  const find = (target: string): [Zone['saboteur'] | undefined, string] => {
    const [cluster, ...rest] = target.split('/');
    const zone = zones().find(({ name }) => name === cluster);
    return [zone?.saboteur, rest.join('/')];
  };
  const targets = async () => {
    const known = await Promise.all(
      zones().map(async ({ name, saboteur }) =>
        (await saboteur.targets()).map(target => `${name}/${target}`),
      ),
    );
    return known.flat();
  };
  return acmeFaults.map(fault => ({
    name: fault.name,
    description: fault.description,
    targets,
    break: target => {
      const [saboteur, certificate] = find(target);
      return saboteur?.break(fault, certificate);
    },
    heal: target => {
      const [saboteur, certificate] = find(target);
      return saboteur?.heal(fault, certificate);
    },
  }));
}
