import {
  KubernetesObject,
  listOf,
  recordOf,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import * as ids from '../resourceIds';
import { CloudAnswers } from './CloudAnswers';
import { magnumRecord } from './magnumRecord';

/** The answers of a cloud as records, by id of their kind. */
export function recordsOf(
  answers: CloudAnswers,
): Record<string, KubernetesObject[]> {
  const { clusters, nodegroups, clustertemplates, quotas, stats } = answers;
  return {
    ...(clusters && { [ids.CLUSTERS]: withUuid('Cluster', clusters) }),
    ...(nodegroups && { [ids.NODE_GROUPS]: nodeGroupRecords(nodegroups) }),
    ...(clustertemplates && {
      [ids.CLUSTER_TEMPLATES]: withUuid('ClusterTemplate', clustertemplates),
    }),
    ...(quotas && { [ids.QUOTAS]: byProject('Quota', quotas) }),
    ...(stats && { [ids.STATS]: byProject('Stats', stats) }),
    [ids.APIS]: [
      magnumRecord({
        kind: 'Magnum',
        name: answers.cloud,
        body: { ...answers.api },
      }),
    ],
  };
}

function withUuid(
  kind: string,
  bodies: readonly unknown[],
): KubernetesObject[] {
  return bodies.flatMap(body => {
    const uuid = textOf(body, 'uuid');
    return uuid ? [magnumRecord({ kind, name: uuid, body })] : [];
  });
}

function nodeGroupRecords(
  nodegroups: Readonly<Record<string, unknown>>,
): KubernetesObject[] {
  return Object.keys(nodegroups).flatMap(cluster =>
    withUuid(
      'NodeGroup',
      // Lists of node groups do not repeat whose they are.
      listOf(nodegroups, cluster).map(body => ({
        ...recordOf(body),
        cluster_id: cluster,
      })),
    ),
  );
}

function byProject(
  kind: string,
  bodies: Readonly<Record<string, unknown>>,
): KubernetesObject[] {
  return Object.entries(bodies).flatMap(([name, body]) =>
    name ? [magnumRecord({ kind, name, body })] : [],
  );
}
