/** @public */
export const ARGOCD_API_VERSION = 'argoproj.io/v1alpha1';

/** With it Argo CD deletes what it deployed when the Application is deleted. */
const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** @public */
export interface ApplicationOptions {
  name: string;
  project: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  source: { repoURL: string; targetRevision: string; path: string };
  /** Cluster by name. */
  destination: { name: string; namespace: string };
}

/** What every Application of the suite is like. @public */
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
