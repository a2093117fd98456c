import { KubernetesClient } from '../../client';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { ManifestSource } from '../render/ManifestSource';
import { Application, AppProject } from '../types';

/** What all steps of reconciling an Application work with. */
export interface ApplicationContext {
  hub: KubernetesClient;
  clusters: ClusterRegistry;
  manifests: ManifestSource;
  project: (name: string) => AppProject | undefined;
  /** Changes an Application on the hub; the object as it is then. */
  save: (before: Application, after: Application) => Promise<Application>;
  now: () => Date;
}
