import {
  clusterSourceId,
  Coverage,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { CoverageEntry, EngineInput } from '../items';
import { KubernetesObject, Row, textOf, WatchedResource } from '../rows';
import { DumpCluster } from './DumpCluster';
import { SourceDump } from './SourceDump';
import { sourceDumpInput } from './sourceDumpInput';

/**
 * What clusters and other sources held at one time, as input of an engine.
 *
 * @public
 */
export function dumpInput(options: {
  clusters: DumpCluster[];
  sources?: SourceDump[];
  resources: WatchedResource[];
  now: Date;
}): EngineInput & Required<Pick<EngineInput, 'rows' | 'coverage'>> {
  const { clusters, sources = [], now } = options;
  const resources = options.resources.filter(({ from }) => from === 'cluster');
  const others = sources.map(dump => sourceDumpInput(dump, options.resources));
  const read = clusters.map(cluster => {
    const readable = resources.filter(
      ({ plural }) => !isForbidden(cluster, plural),
    );
    const rows = readRows(cluster, readable);
    return { rows, coverage: readCoverage({ cluster, resources, rows }) };
  });
  return {
    sources: [
      ...clusters.map(cluster => sourceOf(cluster, now)),
      ...others.flatMap(other => other.sources),
    ],
    rows: [...read, ...others].flatMap(({ rows }) => rows),
    coverage: [...read, ...others].flatMap(({ coverage }) => coverage),
  };
}

function sourceOf(cluster: DumpCluster, now: Date): SourceInfo {
  const { name, reachable } = cluster;
  const lastContact = cluster.lastContact ?? now.toISOString();
  return {
    id: clusterSourceId(name),
    kind: 'cluster',
    name,
    state: reachable ? 'live' : 'stale',
    reachable,
    since: lastContact,
    lastContact,
  };
}

function readRows(cluster: DumpCluster, resources: WatchedResource[]): Row[] {
  const source = clusterSourceId(cluster.name);
  const byKind = new Map(
    resources.map(resource => [`${resource.group}/${resource.kind}`, resource]),
  );
  return cluster.objects.flatMap(
    object => byKind.get(groupKindOf(object))?.project(source, object) ?? [],
  );
}

function groupKindOf(object: KubernetesObject): string {
  const [group, version] = (textOf(object, 'apiVersion') ?? 'v1').split('/');
  return `${version ? group : ''}/${textOf(object, 'kind')}`;
}

function readCoverage(options: {
  cluster: DumpCluster;
  resources: WatchedResource[];
  rows: Row[];
}): CoverageEntry[] {
  const { cluster, resources, rows } = options;
  const source = clusterSourceId(cluster.name);
  const namespaces = new Map<string, Set<string>>();
  for (const { resource, namespace } of rows) {
    namespaces.set(
      resource,
      (namespaces.get(resource) ?? new Set()).add(namespace),
    );
  }
  return resources.flatMap(({ id: resource, plural, namespaced }) => {
    if (isForbidden(cluster, plural)) {
      const coverage: Coverage = { state: 'forbidden' };
      return [{ source, resource, coverage }];
    }
    const coverage: Coverage = {
      state: cluster.reachable ? 'live' : 'stale',
      lastContact: cluster.lastContact,
    };
    const { complete } = cluster;
    const seen = [...(namespaces.get(resource) ?? [])];
    const ofSeen =
      complete === 'all' || (!namespaced && seen.length > 0)
        ? [{ source, resource, coverage }]
        : seen.map(namespace => ({ source, resource, namespace, coverage }));
    return complete !== 'all' && complete.resources.includes(resource)
      ? [...ofSeen, { source, resource, coverage, domain: complete.domain }]
      : ofSeen;
  });
}

function isForbidden(cluster: DumpCluster, plural: string): boolean {
  return cluster.forbidden.includes(plural);
}
