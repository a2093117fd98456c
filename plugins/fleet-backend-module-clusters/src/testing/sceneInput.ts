import {
  clusterSourceId,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import {
  CoverageEntry,
  KubernetesObject,
  mergeResources,
  recordOf,
  Row,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { domain } from '../domain';
import { readRecords } from '../readRecords';
import { TestKubernetes } from './judge';
import { NOW } from './times';

const resources = mergeResources([domain]);

/** The parts of which the input of an engine consists. */
export interface SceneInput {
  sources: SourceInfo[];
  rows: Row[];
  coverage: CoverageEntry[];
}

/** What clouds and clusters hold, to be told to an engine bit by bit. */
export function sceneInput(scene: {
  openstack?: object;
  kubernetes?: TestKubernetes[];
}): SceneInput {
  const clouds = readRecords({ openstack: scene.openstack });
  const clusters = scene.kubernetes ?? [];
  return {
    sources: [...clouds.map(({ info }) => info), ...clusters.map(sourceOf)],
    rows: [
      ...clouds.flatMap(({ info, records }) =>
        Object.entries(records).flatMap(([id, objects]) =>
          objects.flatMap(object => rowOf(info.id, id, object)),
        ),
      ),
      ...clusters.flatMap(({ name, objects = [] }) =>
        objects.flatMap(object =>
          rowOf(clusterSourceId(name), idOf(object), object),
        ),
      ),
    ],
    coverage: [
      ...clouds.flatMap(({ info, records }) =>
        Object.keys(records).map(id => live(info.id, id)),
      ),
      ...clusters.flatMap(({ name }) =>
        resources
          .filter(({ from }) => from === 'cluster')
          .map(({ id }) => live(clusterSourceId(name), id)),
      ),
    ],
  };
}

function sourceOf({ name, reachable = true }: TestKubernetes): SourceInfo {
  return {
    id: clusterSourceId(name),
    kind: 'cluster',
    name,
    state: reachable ? 'live' : 'stale',
    reachable,
    since: NOW,
    lastContact: NOW,
  };
}

function idOf(object: KubernetesObject): string {
  const kind = textOf(object, 'kind');
  return resources.find(resource => resource.kind === kind)?.id ?? '';
}

let version = 0;

function rowOf(source: string, id: string, object: KubernetesObject): Row[] {
  version += 1;
  const row = resources
    .find(resource => resource.id === id)
    ?.project(source, {
      ...object,
      metadata: {
        ...recordOf(object, 'metadata'),
        resourceVersion: String(version),
      },
    });
  return row ? [row] : [];
}

function live(source: string, resource: string): CoverageEntry {
  return { source, resource, coverage: { state: 'live', lastContact: NOW } };
}
