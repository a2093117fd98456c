import { LABEL_OWNER } from '../vocabulary';
import { ARGOCD_API_VERSION } from './application';

/** Where Applications of a project may go: a cluster by name, and a namespace. @public */
export interface ProjectDestination {
  name: string;
  namespace: string;
}

/** @public */
export interface ProjectOptions {
  /** Name of the group; the project is named like it. */
  owner: string;
  sourceRepos: string[];
  destinations: ProjectDestination[];
}

/** What every AppProject of the suite is like. @public */
export function projectOf(options: ProjectOptions) {
  const { destinations, owner, sourceRepos } = options;
  return {
    apiVersion: ARGOCD_API_VERSION,
    kind: 'AppProject',
    metadata: { name: owner, labels: { [LABEL_OWNER]: owner } },
    spec: {
      description: `Services of ${owner}`,
      sourceRepos,
      destinations,
      // By name: the owner label of a namespace decides whose it is, so nobody
      // may write the namespace of somebody else.
      clusterResourceWhitelist: destinations.map(({ namespace }) => ({
        group: '',
        kind: 'Namespace',
        name: namespace,
      })),
    },
  };
}
