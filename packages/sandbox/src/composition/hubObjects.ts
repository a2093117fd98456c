import { KubernetesObject } from '../client';

/** Where the hub finds the platform repository, and with which credentials. */
export interface PlatformRepositoryAccess {
  url: string;
  username: string;
  token: string;
}

/** What a platform engineer puts on a hub by hand, once. */
export function hubObjects(
  repository: PlatformRepositoryAccess,
): KubernetesObject[] {
  return [
    namespace('argocd'),
    namespace('slipway-fleet'),
    ...['argocd', 'slipway-fleet'].flatMap(secretsReader),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'repository-platform',
        namespace: 'argocd',
        labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      },
      type: 'Opaque',
      stringData: {
        type: 'git',
        url: repository.url,
        username: repository.username,
        password: repository.token,
      },
    },
  ];
}

/** The application that brings all others: everything under `argocd/`. */
export function rootApplication(repositoryUrl: string): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'platform', namespace: 'argocd' },
    spec: {
      project: 'default',
      source: {
        repoURL: repositoryUrl,
        path: 'argocd',
        targetRevision: 'main',
        directory: { recurse: true },
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'argocd',
      },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  };
}

/** A namespace of the platform team. */
export function namespace(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'slipway.dev/owner': 'platform-team' } },
  };
}

/** The fleet learns of clusters from Secrets, which its role for everything else leaves out. */
function secretsReader(inNamespace: string): KubernetesObject[] {
  const group = 'rbac.authorization.k8s.io';
  const metadata = { name: 'slipway-reader', namespace: inNamespace };
  return [
    {
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        {
          apiGroups: [''],
          resources: ['secrets'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: group, kind: 'Role', name: 'slipway-reader' },
      subjects: [{ apiGroup: group, kind: 'User', name: 'reader' }],
    },
  ];
}
