import { LABEL_OWNER } from '../vocabulary';
import { ARGOCD_API_VERSION } from './application';

/**
 * Where Applications of a project may go.
 *
 * @public
 */
export interface ProjectDestination {
  /** The cluster, by the name it is registered with at the hub. */
  name: string;
  /** Exactly this namespace; the suite writes no patterns. */
  namespace: string;
}

/**
 * In what the AppProject of one owner differs from another's.
 *
 * @public
 */
export interface ProjectOptions {
  /** Name of the group; the project is named like it. */
  owner: string;
  /** Clone URLs of the repositories that its Applications may take from. */
  sourceRepos: string[];
  /** All namespaces of the owner's services. */
  destinations: ProjectDestination[];
}

/**
 * The AppProject of an owner, which keeps its Applications to its own
 * namespaces. Of resources without a namespace they may write only these, and
 * nothing that gives rights.
 *
 * @public
 */
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
      // Who binds a service account to cluster-admin in a namespace can write
      // the namespace's own labels from a pod.
      namespaceResourceBlacklist: ['Role', 'RoleBinding'].map(kind => ({
        group: 'rbac.authorization.k8s.io',
        kind,
      })),
    },
  };
}
