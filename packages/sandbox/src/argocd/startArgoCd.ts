import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  resources,
} from '../client';
import { StateFolder } from '../state/StateFolder';
import { ApplicationController } from './application/ApplicationController';
import { ApplicationSetController } from './applicationsets/ApplicationSetController';
import { ClusterRegistry } from './clusters/ClusterRegistry';
import { ARGOCD_NAMESPACE, SECRET_TYPE_LABEL } from './constants';
import { installDefinitions } from './definitions/installDefinitions';
import { repositoryCredentials } from './git/repositoryCredentials';
import { ManifestSource } from './render/ManifestSource';
import { Application, AppProject } from './types';

export interface StartArgoCdOptions {
  /** The cluster that Argo CD runs on, with the rights of an administrator. */
  hub: KubernetesClient;
  /** For copies of repositories. */
  state: StateFolder;
  /** The program that renders kustomizations. */
  kubectl: string;
  signal: AbortSignal;
  log: (line: string) => void;
  now?: () => Date;
}

/** A running Argo CD. */
export interface ArgoCd {
  /** What a git server's webhook says: somebody pushed to this repository. */
  refreshRepository(url: string): void;
}

/** Starts Argo CD as a client of the hub; it stops when `signal` aborts. */
export async function startArgoCd(
  options: StartArgoCdOptions,
): Promise<ArgoCd> {
  const { hub, state, kubectl, signal, log, now = () => new Date() } = options;
  await installDefinitions(hub, signal);
  const watched = { client: hub, namespace: ARGOCD_NAMESPACE, signal };
  const secrets = Informer.start({ ...watched, resource: resources.secrets });
  const projects = Informer.start<AppProject>({
    ...watched,
    resource: resources.appProjects,
  });
  const applications = Informer.start<Application>({
    ...watched,
    resource: resources.applications,
  });
  await Promise.all([secrets.synced, projects.synced, applications.synced]);

  const manifests = ManifestSource.create({
    state,
    kubectl,
    signal,
    now: () => now().getTime(),
    credentials: url => repositoryCredentials(secrets.list(), url),
  });
  const clusters = ClusterRegistry.create({ hub, signal });
  const typeOf = (secret: KubernetesObject | undefined) =>
    secret?.metadata.labels?.[SECRET_TYPE_LABEL];
  const readClusters = () =>
    clusters.replace(
      secrets.list().filter(secret => typeOf(secret) === 'cluster'),
    );
  readClusters();
  const shared = {
    hub,
    clusters,
    manifests,
    projects,
    applications,
    signal,
    log,
    now,
  };
  const applicationController = ApplicationController.start(shared);
  const setController = ApplicationSetController.start(shared);
  clusters.subscribe(applicationController);
  clusters.subscribe(setController);
  secrets.onChange(({ before, after }) => {
    const types = [typeOf(before), typeOf(after)];
    if (types.includes('cluster')) {
      readClusters();
    }
    if (types.some(type => type?.startsWith('repo'))) {
      manifests.markAllStale();
      applicationController.repositoryChanged();
      setController.enqueueAll();
    }
  });
  return {
    refreshRepository(url) {
      manifests.markStale(url);
      applicationController.repositoryChanged(url);
      setController.enqueueAll();
    },
  };
}
