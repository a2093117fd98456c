import { Choice } from '../../choices';
import { compareVersions } from './compareVersions';

/** Templates that a cluster can be upgraded to, in their order. */
export function findUpgrades(
  templates: Choice[],
  cluster: Choice | undefined,
): Choice[] {
  const current = templates.find(
    ({ uuid }) => uuid !== undefined && uuid === cluster?.clusterTemplate,
  );
  const runs = cluster?.version ?? current?.version ?? current?.name;
  return templates.filter(
    template =>
      template.hidden !== 'true' &&
      (!current?.distro ||
        !template.distro ||
        template.distro === current.distro) &&
      (runs === undefined ||
        compareVersions(template.version ?? template.name, runs) > 0),
  );
}
