import { DestinationCluster } from '../clusters/DestinationCluster';
import { sameRepository } from '../git/sameRepository';
import { matchesGlob } from '../render/matchesGlob';
import { AppProject } from '../types';

/** Whether a project may take manifests from a repository. */
export function isSourcePermitted(project: AppProject, url: string): boolean {
  return decide(project.spec.sourceRepos ?? [], pattern => {
    return (
      pattern === '*' ||
      sameRepository(pattern, url) ||
      matchesGlob(pattern, url, '/')
    );
  });
}

/** Whether a project may deploy to a namespace of a cluster. */
export function isDestinationPermitted(
  project: AppProject,
  cluster: DestinationCluster,
  namespace = '',
): boolean {
  const { destinations = [] } = project.spec;
  const matches = (pattern: string | undefined, text: string) =>
    pattern !== undefined && matchesGlob(pattern, text);
  const fits = (destination: (typeof destinations)[number], deny: boolean) => {
    const place = destination.server
      ? matches(strip(destination.server, deny), cluster.server)
      : matches(strip(destination.name, deny), cluster.name);
    return place && matches(strip(destination.namespace, deny), namespace);
  };
  const denying = destinations.filter(({ server, name, namespace: ns }) =>
    [server, name, ns].some(part => part?.startsWith('!')),
  );
  return (
    destinations.some(
      destination => !denying.includes(destination) && fits(destination, false),
    ) && !denying.some(destination => fits(destination, true))
  );
}

/** Whether a project may hold objects of a kind. */
export function isKindPermitted(
  project: AppProject,
  object: { group: string; kind: string; name: string },
  namespaced: boolean,
): boolean {
  const { spec } = project;
  const matches = (rule: { group: string; kind: string; name?: string }) =>
    matchesGlob(rule.group, object.group) &&
    matchesGlob(rule.kind, object.kind) &&
    (!rule.name || matchesGlob(rule.name, object.name));
  return namespaced
    ? (spec.namespaceResourceWhitelist?.some(matches) ?? true) &&
        !spec.namespaceResourceBlacklist?.some(matches)
    : !!spec.clusterResourceWhitelist?.some(matches) &&
        !spec.clusterResourceBlacklist?.some(matches);
}

function decide(
  patterns: string[],
  matches: (pattern: string) => boolean,
): boolean {
  const denied = patterns.filter(pattern => pattern.startsWith('!'));
  const allowed = patterns.filter(pattern => !pattern.startsWith('!'));
  return (
    allowed.some(matches) && !denied.some(pattern => matches(pattern.slice(1)))
  );
}

function strip(pattern: string | undefined, deny: boolean) {
  return deny ? pattern?.replace(/^!/, '') : pattern;
}
