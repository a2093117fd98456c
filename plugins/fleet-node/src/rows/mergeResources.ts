import { SourceKind } from '@slipway/backstage-plugin-fleet-common';
import { isSameJson } from '../collections';
import { DomainProblem, ProblemReporter } from './DomainProblem';
import { KubernetesObject } from './KubernetesObject';
import { textsOf } from './json';
import { namespacesResource } from './namespacesResource';
import { projectRow } from './projectRow';
import { ResourceSpec } from './ResourceSpec';
import { matchesFieldSelector, matchesLabelSelector } from './selectors';
import { WatchedResource } from './WatchedResource';

/** What {@link mergeResources} needs of a domain. @public */
export interface ResourceDomain {
  /** Under which its slices are. */
  id: string;
  /** What it reads. */
  resources: ResourceSpec[];
}

interface Asked {
  domain: string;
  spec: ResourceSpec;
}

/** Under this id are the slices of what the engine reads for itself. */
const ENGINE = 'fleet';

/**
 * One entry for each resource, however many domains read it, and one for
 * namespaces, which the engine itself needs.
 *
 * @public
 */
export function mergeResources(
  domains: ResourceDomain[],
  options: { onProblem?: ProblemReporter } = {},
): WatchedResource[] {
  const byId = new Map<string, Asked[]>();
  const engine = { id: ENGINE, resources: [namespacesResource()] };
  for (const { id: domain, resources } of [engine, ...domains]) {
    for (const spec of resources) {
      byId.set(spec.id, [...(byId.get(spec.id) ?? []), { domain, spec }]);
    }
  }
  return [...byId.values()].map(asked => merge(asked, options.onProblem));
}

function merge(asked: Asked[], onProblem?: ProblemReporter): WatchedResource {
  const [{ spec: first }] = asked;
  for (const { domain, spec } of asked) {
    if (identify(spec) !== identify(first)) {
      throw new Error(
        `The domain ${domain} calls ${identify(spec)} what another calls ` +
          `${identify(first)}; both have the id ${spec.id}`,
      );
    }
  }
  return {
    id: first.id,
    kind: first.kind,
    group: first.group,
    from: sourceKindOf(first),
    versions: first.versions,
    plural: first.plural,
    namespaced: first.namespaced,
    namespacesWhenForbidden: anyOf(asked),
    labelSelector: ifEqual(asked.map(({ spec }) => spec.labelSelector)),
    fieldSelector: ifEqual(asked.map(({ spec }) => spec.fieldSelector)),
    retention: longest(asked),
    domains: asked.map(({ domain }) => domain),
    project(source, object) {
      const row = projectRow({ source, resource: first, object });
      const slices = row && projectSlices(asked, object, onProblem);
      return slices && { ...row, slices };
    },
  };
}

function projectSlices(
  asked: Asked[],
  object: KubernetesObject,
  onProblem?: ProblemReporter,
): Record<string, unknown> | undefined {
  const slices: Record<string, unknown> = {};
  const kept: unknown[] = [];
  for (const { domain, spec } of asked) {
    const slice = projectSlice(spec, object, error =>
      onProblem?.({ domain, step: 'project', subject: spec.id, error }),
    );
    if (slice !== undefined) {
      // Domains that keep the same share it.
      const same = kept.find(other => isSameJson(other, slice));
      slices[domain] = same ?? slice;
      kept.push(slices[domain]);
    }
  }
  return kept.length > 0 ? slices : undefined;
}

function projectSlice(
  spec: ResourceSpec,
  object: KubernetesObject,
  onError: (error: DomainProblem['error']) => void,
): unknown {
  const { labelSelector, fieldSelector } = spec;
  const labels = textsOf(object, 'metadata', 'labels');
  if (
    (labelSelector && !matchesLabelSelector(labelSelector, labels)) ||
    (fieldSelector && !matchesFieldSelector(fieldSelector, object))
  ) {
    return undefined;
  }
  try {
    return spec.project(object);
  } catch (error) {
    onError(error instanceof Error ? error : new Error(String(error)));
    return undefined;
  }
}

function sourceKindOf({ from }: ResourceSpec): SourceKind {
  return from ?? 'cluster';
}

/** What one domain has to know, others may know too. */
function anyOf(asked: Asked[]): string[] | undefined {
  const names = asked.flatMap(({ spec }) => spec.namespacesWhenForbidden ?? []);
  return names.length > 0 ? [...new Set(names)] : undefined;
}

function identify(spec: ResourceSpec): string {
  const group = spec.group ? `.${spec.group}` : '';
  const scope = spec.namespaced ? 'namespaced' : 'cluster-scoped';
  const from = sourceKindOf(spec);
  const place = from === 'cluster' ? '' : ` of a ${from}`;
  return `${spec.plural}${group} (${spec.kind}, ${scope}${place})`;
}

function ifEqual(selectors: (string | undefined)[]): string | undefined {
  return selectors.every(selector => selector === selectors[0])
    ? selectors[0]
    : undefined;
}

function longest(asked: Asked[]): ResourceSpec['retention'] {
  const retentions = asked.flatMap(({ spec }) => spec.retention ?? []);
  if (retentions.length < asked.length) {
    return undefined;
  }
  return {
    seconds: Math.max(...retentions.map(({ seconds }) => seconds)),
    perObject: Math.max(...retentions.map(({ perObject }) => perObject)),
  };
}
