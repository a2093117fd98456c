import {
  Controller,
  Informer,
  KubernetesClient,
  resources,
  startController,
} from '../../client';
import { ClusterListener, ClusterRegistry } from '../clusters/ClusterRegistry';
import { ARGOCD_NAMESPACE } from '../constants';
import { ManifestSource } from '../render/ManifestSource';
import { Application, AppProject } from '../types';
import { reconcileApplicationSet } from './reconcileApplicationSet';
import { ApplicationSet } from './types';

export interface ApplicationSetControllerOptions {
  hub: KubernetesClient;
  clusters: ClusterRegistry;
  manifests: ManifestSource;
  projects: Informer<AppProject>;
  applications: Informer<Application>;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** As often as the git generator asks without being told. */
const RESYNC_MS = 3 * 60_000;

/** Keeps the Applications of every ApplicationSet as its generators want them. */
export class ApplicationSetController implements ClusterListener {
  readonly #sets: Informer<ApplicationSet>;
  readonly #controller: Controller;

  static start(
    options: ApplicationSetControllerOptions,
  ): ApplicationSetController {
    return new ApplicationSetController(options);
  }

  private constructor(options: ApplicationSetControllerOptions) {
    const { hub, projects, applications, signal, log } = options;
    this.#sets = Informer.start({
      client: hub,
      resource: resources.applicationSets,
      namespace: ARGOCD_NAMESPACE,
      signal,
    });
    this.#controller = startController({
      name: 'argocd applicationset',
      reconcile: name => this.#reconcile(name, options),
      signal,
      log,
    });
    this.#sets.onChange(({ before, after }) =>
      this.#controller.enqueue((after ?? before)!.metadata.name),
    );
    applications.onChange(({ before, after }) => {
      const owner = ownerOf((after ?? before)!);
      if (owner) {
        this.#controller.enqueue(owner.name);
      }
    });
    projects.onChange(() => this.enqueueAll());
  }

  clusterChanged(): void {
    this.enqueueAll();
  }

  /** The generators look at no objects. */
  objectChanged(): void {}

  /** A cluster or a repository changed: every generator may give something else. */
  enqueueAll(): void {
    this.#sets
      .list()
      .forEach(({ metadata }) => this.#controller.enqueue(metadata.name));
  }

  async #reconcile(
    name: string,
    options: ApplicationSetControllerOptions,
  ): Promise<number | void> {
    const { hub, projects, applications } = options;
    const set = await hub.get<ApplicationSet>(
      resources.applicationSets,
      name,
      ARGOCD_NAMESPACE,
    );
    if (!set) {
      return undefined;
    }
    await reconcileApplicationSet(set, {
      ...options,
      project: project => projects.get(project, ARGOCD_NAMESPACE),
      ownedBy: ({ metadata }) =>
        applications
          .list()
          .filter(application => ownerOf(application)?.uid === metadata.uid)
          .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1)),
    });
    return RESYNC_MS;
  }
}

function ownerOf({ metadata }: Application) {
  return metadata.ownerReferences?.find(
    ({ kind, controller }) => kind === 'ApplicationSet' && controller,
  );
}
