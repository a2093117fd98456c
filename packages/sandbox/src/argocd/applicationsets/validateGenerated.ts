import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Application, AppProject } from '../types';

/** Why some generated Applications cannot be made, by name. */
export function validateGenerated(
  applications: Application[],
  options: {
    set: string;
    clusters: ClusterRegistry;
    project: (name: string) => AppProject | undefined;
  },
): Map<string, string> {
  const { set, clusters, project } = options;
  const errors = new Map<string, string>();
  const seen = new Set<string>();
  for (const { metadata, spec } of applications) {
    const { name } = metadata;
    const found = clusters.find(spec.destination);
    if (seen.has(name)) {
      errors.set(
        name,
        `ApplicationSet ${set} contains applications with duplicate name: ${name}`,
      );
    } else if (!project(spec.project)) {
      errors.set(
        name,
        `application references project ${spec.project} which does not exist`,
      );
    } else if ('error' in found) {
      errors.set(
        name,
        `application destination spec is invalid: ${found.error}`,
      );
    }
    seen.add(name);
  }
  return errors;
}
