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

export function namespace(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
