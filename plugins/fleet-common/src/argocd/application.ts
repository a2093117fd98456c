/** The API version of Application, AppProject and ApplicationSet. @public */
export const ARGOCD_API_VERSION = 'argoproj.io/v1alpha1';

/** With it Argo CD deletes what it deployed when the Application is deleted. */
const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/**
 * In what one Application differs from another.
 *
 * @public
 */
export interface ApplicationOptions {
  /** A DNS label, unique in Argo CD's namespace: `<service>-<environment>`. */
  name: string;
  /** Name of the AppProject, which is the name of the owner. */
  project: string;
  /** Carried by the Application and by the namespace that it creates. */
  labels: Record<string, string>;
  /** Carried by the Application alone. */
  annotations: Record<string, string>;
  /**
   * The manifests: clone URL of the repository, branch, tag or commit, and the
   * folder below the repository's root.
   */
  source: { repoURL: string; targetRevision: string; path: string };
  /** Where they go: the cluster by the name it is registered with. */
  destination: { name: string; namespace: string };
}

/**
 * The Application as it is written to a hub or to the platform repository: it
 * syncs by itself, prunes, heals, makes its namespace, and takes what it
 * deployed along when it is deleted. Without `metadata.namespace`, which the
 * writer decides.
 *
 * @public
 */
export function applicationOf(options: ApplicationOptions) {
  const { annotations, destination, labels, name, project, source } = options;
  return {
    apiVersion: ARGOCD_API_VERSION,
    kind: 'Application',
    metadata: {
      name,
      labels,
      annotations,
      finalizers: [RESOURCES_FINALIZER],
    },
    spec: {
      project,
      source,
      destination,
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        managedNamespaceMetadata: { labels },
        syncOptions: ['CreateNamespace=true'],
        retry: {
          limit: 5,
          backoff: { duration: '2s', factor: 2, maxDuration: '1m' },
        },
      },
    },
  };
}
