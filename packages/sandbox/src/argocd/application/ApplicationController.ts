import {
  Controller,
  EventRecorder,
  Informer,
  KubernetesClient,
  KubernetesObject,
  ObjectChange,
  resources,
  startController,
} from '../../client';
import { ClusterListener, ClusterRegistry } from '../clusters/ClusterRegistry';
import { objectKey } from '../clusters/objectKey';
import { mergePatchOf } from '../compare/mergePatchOf';
import { trackedApplication } from '../compare/tracking';
import { ARGOCD_NAMESPACE } from '../constants';
import { sameRepository } from '../git/sameRepository';
import { ManifestSource } from '../render/ManifestSource';
import { Application, AppProject } from '../types';
import { ApplicationContext } from './ApplicationContext';
import { recordChanges } from './recordChanges';
import { reconcileApplication } from './reconcileApplication';

export interface ApplicationControllerOptions {
  hub: KubernetesClient;
  clusters: ClusterRegistry;
  manifests: ManifestSource;
  projects: Informer<AppProject>;
  applications: Informer<Application>;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** As often as Argo CD looks without being told. */
const RESYNC_MS = 3 * 60_000;

/** Keeps every Application of the hub compared, and synced where it is asked to. */
export class ApplicationController implements ClusterListener {
  readonly #options: ApplicationControllerOptions;
  readonly #context: ApplicationContext;
  readonly #controller: Controller;
  readonly #recorder: EventRecorder;
  /** The versions that we wrote: their events tell nothing new. */
  readonly #written = new Map<string, string>();

  static start(options: ApplicationControllerOptions): ApplicationController {
    return new ApplicationController(options);
  }

  private constructor(options: ApplicationControllerOptions) {
    const { hub, clusters, manifests, projects, applications, now } = options;
    this.#options = options;
    this.#recorder = EventRecorder.create({
      client: hub,
      component: 'argocd-application-controller',
      log: options.log,
      now,
    });
    this.#context = {
      hub,
      clusters,
      manifests,
      project: name => projects.get(name, ARGOCD_NAMESPACE),
      save: (before, after) => this.#save(before, after),
      now,
    };
    this.#controller = startController({
      name: 'argocd application',
      reconcile: name => this.#reconcile(name),
      signal: options.signal,
      log: options.log,
      workers: 8,
    });
    applications.onChange(({ before, after }) => {
      const { name, resourceVersion } = (after ?? before)!.metadata;
      if (!after) {
        this.#written.delete(name);
      } else if (this.#written.get(name) !== resourceVersion) {
        this.#controller.enqueue(name);
      }
    });
    projects.onChange(({ before, after }) => {
      this.#enqueueWhere(
        ({ spec }) => spec.project === (after ?? before)!.metadata.name,
      );
    });
  }

  /** Something of a repository, or of all, may have changed. */
  repositoryChanged(url?: string): void {
    this.#enqueueWhere(
      ({ spec }) =>
        url === undefined || sameRepository(spec.source?.repoURL ?? '', url),
    );
  }

  /** A cluster came, went, or serves other kinds. */
  clusterChanged(server: string): void {
    const { clusters } = this.#options;
    this.#enqueueWhere(({ spec: { destination } }) => {
      if (destination.server) {
        return destination.server.replace(/\/+$/, '') === server;
      }
      const found = clusters.find(destination);
      // A name may mean another cluster now, or none.
      return 'error' in found || found.cluster.server === server;
    });
  }

  /** A live object of a watched kind changed. */
  objectChanged(
    server: string,
    { before, after }: ObjectChange<KubernetesObject>,
  ): void {
    const names = [before, after].flatMap(object =>
      object ? trackedApplication(object) ?? [] : [],
    );
    new Set(names).forEach(name => this.#controller.enqueue(name));
    const subject = (after ?? before)!;
    if (subject.kind === 'Pod') {
      this.#enqueueOwnerOf(server, subject);
    } else if (names.length === 0) {
      const { name, namespace = '' } = subject.metadata;
      this.#enqueueWhere(
        ({ status }) =>
          !!status?.resources?.some(
            resource =>
              resource.kind === subject.kind &&
              resource.name === name &&
              (resource.namespace ?? '') === namespace,
          ),
      );
    }
  }

  #enqueueOwnerOf(server: string, object: KubernetesObject) {
    const found = this.#options.clusters.find({ server });
    if ('error' in found) {
      return;
    }
    const { live } = found.cluster;
    const { namespace = '', ownerReferences = [] } = object.metadata;
    for (const owner of ownerReferences) {
      const { apiVersion, kind, name } = owner;
      const parent = live.get(
        objectKey({ apiVersion, kind, metadata: { name, namespace } }),
      );
      const application = parent && trackedApplication(parent);
      if (application) {
        this.#controller.enqueue(application);
      }
      if (parent) {
        this.#enqueueOwnerOf(server, parent);
      }
    }
  }

  #enqueueWhere(matches: (application: Application) => boolean) {
    this.#options.applications
      .list(ARGOCD_NAMESPACE)
      .filter(matches)
      .forEach(({ metadata }) => this.#controller.enqueue(metadata.name));
  }

  async #reconcile(name: string): Promise<number | void> {
    const application = await this.#options.hub.get<Application>(
      resources.applications,
      name,
      ARGOCD_NAMESPACE,
    );
    if (application) {
      const againMs = await reconcileApplication(application, this.#context);
      return Math.min(againMs ?? RESYNC_MS, RESYNC_MS);
    }
    return undefined;
  }

  async #save(before: Application, after: Application): Promise<Application> {
    const patch = mergePatchOf(before, after);
    if (patch === undefined) {
      return before;
    }
    // What is seen while everything ends is not how things are.
    this.#options.signal.throwIfAborted();
    const { name, namespace } = before.metadata;
    const saved = await this.#options.hub.patch<Application>(
      resources.applications,
      name,
      patch,
      { namespace },
    );
    this.#written.set(name, saved.metadata.resourceVersion!);
    recordChanges(this.#recorder, before, saved);
    return saved;
  }
}
