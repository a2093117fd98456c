import { NotAllowedError } from '@backstage/errors';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { RegisterClusterOptions } from './RegisterClusterOptions';

/**
 * For who is not known any more: throws unless a registration says exactly what the
 * marks of the cluster say, which was allowed when it was ordered.
 *
 * @throws NotAllowedError with everything that is not as it was ordered
 */
export function checkAsOrdered(
  cluster: MagnumCluster,
  options: RegisterClusterOptions,
): void {
  const differences = differencesFrom(cluster, options);
  if (differences.length > 0) {
    throw new NotAllowedError(
      `The token of who started this has expired, so ${
        cluster.name
      } is registered only as it was ordered: ${differences.join(
        ', ',
      )}. Retry the task, which takes a new token; the cluster is found`,
    );
  }
}

function differencesFrom(
  cluster: MagnumCluster,
  options: RegisterClusterOptions,
): string[] {
  const marks = readClusterMarks(cluster.labels ?? {});
  if (!marks) {
    return ['it carries no marks of an order'];
  }
  const { cluster: asked, facts } = options;
  const ref = `resource:default/${facts.name}`;
  const pairs: [string, string | undefined, string | undefined][] = [
    ['name', ref, marks.entityRef],
    ['owner', facts.owner, marks.owner],
    ['cloud', asked.cloud.name, marks.cloud],
    ['zone', facts.zone, marks.zone],
    ['stage', facts.stage, marks.stage],
    ['components', listed(facts.components), listed(marks.components)],
  ];
  const further: [string, boolean][] = [
    ['operator', options.operator],
    ['secretsReader', options.secretsReader],
    ['rotate', options.rotation !== undefined],
    ['proxyUrl', facts.proxyUrl !== undefined],
    ['labels', Object.keys(facts.labels).length > 0],
    ['annotations', Object.keys(facts.annotations).length > 0],
  ];
  return [
    ...pairs.flatMap(([what, wanted, ordered]) =>
      (wanted || undefined) === ordered
        ? []
        : [`${what} ${wanted || 'none'} instead of ${ordered ?? 'none'}`],
    ),
    ...further.flatMap(([what, isAsked]) =>
      isAsked ? [`${what} was not ordered`] : [],
    ),
  ];
}

function listed(components: string[]): string | undefined {
  return [...new Set(components)].sort().join(' ') || undefined;
}
