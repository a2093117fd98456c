import { randomBytes } from 'node:crypto';
import {
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  resources,
} from '../../client';
import { until } from '../testing/until';
import {
  Application,
  ApplicationSpec,
  ApplicationStatus,
  AppProject,
} from '../types';
import { ArgoCdTarget, startTarget } from './ArgoCdTarget';

export const HERE = 'https://kubernetes.default.svc';

type Files = Record<string, string | undefined>;

/**
 * One repository, one namespace and one project of their own on the Argo CD
 * under test, so that cases do not meet and a used one can be tested again.
 */
export class Scene {
  readonly id = `contract-${randomBytes(3).toString('hex')}`;
  readonly target: ArgoCdTarget;
  readonly #made: { resource: KubernetesResource; name: string }[] = [];

  static async begin(): Promise<Scene> {
    const scene = new Scene(await startTarget());
    await scene.hub.create(resources.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: scene.id },
    });
    await scene.make<AppProject>(resources.appProjects, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: scene.id },
      spec: {
        sourceRepos: [scene.url, scene.target.repositories.url('absent')],
        destinations: [
          { server: HERE, namespace: scene.id },
          { name: 'nowhere', namespace: scene.id },
        ],
      },
    });
    return scene;
  }

  private constructor(target: ArgoCdTarget) {
    this.target = target;
  }

  get hub(): KubernetesClient {
    return this.target.hub;
  }

  get url(): string {
    return this.target.repositories.url(this.id);
  }

  push(files: Files): string {
    return this.target.repositories.push(this.id, files);
  }

  /** Makes an object in Argo CD's namespace, deleted at the end. */
  async make<T extends KubernetesObject>(
    resource: KubernetesResource,
    object: T,
  ): Promise<T> {
    this.#made.push({ resource, name: object.metadata.name });
    return this.hub.create(resource, {
      ...object,
      metadata: { ...object.metadata, namespace: 'argocd' },
    });
  }

  /** An Application of the scene's repository, namespace and project. */
  async application(
    name: string,
    path: string,
    spec: Partial<ApplicationSpec> & {
      repoURL?: string;
      revision?: string;
    } = {},
  ): Promise<string> {
    const { repoURL = this.url, revision = 'main', ...rest } = spec;
    const fullName = this.name(name);
    await this.make<Application>(resources.applications, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: fullName },
      spec: {
        project: this.id,
        source: { repoURL, path, targetRevision: revision },
        destination: { server: HERE, namespace: this.id },
        ...rest,
      },
    });
    return fullName;
  }

  /** A name that no other run uses. */
  name(name: string): string {
    return `${this.id}-${name}`;
  }

  patch(name: string, change: unknown): Promise<Application> {
    return this.hub.patch(resources.applications, name, change, {
      namespace: 'argocd',
    });
  }

  sync(name: string, operation: object = {}): Promise<Application> {
    return this.patch(name, {
      operation: {
        initiatedBy: { username: 'contract' },
        sync: { revision: 'main', ...operation },
      },
    });
  }

  refresh(name: string): Promise<Application> {
    return this.patch(name, {
      metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } },
    });
  }

  /** The Application's status once it is as wanted. */
  async status(
    name: string,
    isSo: (status: ApplicationStatus, application: Application) => unknown,
  ): Promise<ApplicationStatus> {
    const { status } = await until<Application>({
      client: this.hub,
      resource: resources.applications,
      name,
      namespace: 'argocd',
      isSo: found => found?.status && isSo(found.status, found),
      seconds: 60,
    });
    return status!;
  }

  /** An object of the scene's namespace once it is as wanted. */
  object(
    resource: KubernetesResource,
    name: string,
    isSo: (object: KubernetesObject | undefined) => unknown,
    namespace = this.id,
  ): Promise<KubernetesObject> {
    return until({
      client: this.hub,
      resource,
      name,
      namespace,
      isSo,
      seconds: 60,
    });
  }

  /** Gone from Argo CD's namespace. */
  async gone(resource: KubernetesResource, name: string): Promise<void> {
    await this.object(resource, name, found => !found, 'argocd');
  }

  /** What an Application says is wrong, once it says so. */
  async conditions(name: string, type: string): Promise<string[]> {
    const status = await this.status(name, ({ conditions = [] }) =>
      conditions.some(condition => condition.type === type),
    );
    return status.conditions!.map(
      condition => `${condition.type}: ${condition.message}`,
    );
  }

  async end(): Promise<void> {
    for (const { resource, name } of this.#made.reverse()) {
      await this.hub.delete(resource, name, { namespace: 'argocd' });
    }
    await this.hub.delete(resources.namespaces, this.id);
    await this.target.stop();
  }
}

/** A ConfigMap as a manifest. */
export function configMap(
  name: string,
  greeting: string,
  annotations: Record<string, string> = {},
): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, annotations },
    data: { greeting },
  });
}

/** A Deployment without pods as a manifest. */
export function deployment(name: string, label = name): string {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: label } },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'example.invalid/web:1',
              ports: [{ containerPort: 8080 }],
              resources: { requests: { cpu: 0.5, memory: '1024Mi' } },
            },
          ],
        },
      },
    },
  });
}
