import { createHash } from 'node:crypto';
import { controllerReference, KubernetesObject } from '../../client';
import {
  ANNOTATIONS,
  ARC_VERSION,
  CONTROLLER_NAMESPACE,
  FINALIZERS,
  LABELS,
  RUNNER_NODE,
} from './constants';
import { scopeOf } from './scopeOf';
import {
  AutoscalingRunnerSet,
  EphemeralRunner,
  EphemeralRunnerSet,
  EphemeralRunnerSpec,
  SetMetadata,
} from './types';

const API_VERSION = 'actions.github.com/v1alpha1';
const IMAGE = `ghcr.io/actions/gha-runner-scale-set-controller:${ARC_VERSION}`;

/** The objects that the controller makes for one AutoscalingRunnerSet. */
export class ScaleSetObjects {
  readonly #set: AutoscalingRunnerSet;
  readonly #id: number;

  static of(set: AutoscalingRunnerSet, id: number): ScaleSetObjects {
    return new ScaleSetObjects(set, id);
  }

  private constructor(set: AutoscalingRunnerSet, id: number) {
    this.#set = set;
    this.#id = id;
  }

  get scaleSetName(): string {
    return this.#set.spec.runnerScaleSetName ?? this.#set.metadata.name;
  }

  get listenerName(): string {
    const { namespace } = this.#set.metadata;
    const { runnerGroup = 'default', githubConfigUrl } = this.#set.spec;
    const hash = hashOf([namespace, runnerGroup, githubConfigUrl]);
    return `${this.#set.metadata.name}-${hash}-listener`;
  }

  /** Changes with what runners are made of. */
  get runnerSpecHash(): string {
    const { githubConfigUrl, githubConfigSecret, runnerGroup, template } =
      this.#set.spec;
    return hashOf([
      githubConfigUrl,
      githubConfigSecret,
      runnerGroup,
      this.scaleSetName,
      template,
    ]);
  }

  /** What the set's own metadata gets before GitHub is asked. */
  adoption(): SetMetadata {
    return {
      labels: {},
      annotations: { [ANNOTATIONS.changeHash]: hashOf([this.#set.spec]) },
      finalizers: [FINALIZERS.runnerSet],
    };
  }

  /** What the set's own metadata has once GitHub knows it. */
  registration(): SetMetadata {
    const { annotations, finalizers } = this.adoption();
    return {
      labels: this.#labels('autoscaling-runner-set'),
      annotations: {
        ...annotations,
        ...this.#nameAnnotations(),
        [ANNOTATIONS.scaleSetId]: String(this.#id),
      },
      finalizers,
    };
  }

  runnerSet(): EphemeralRunnerSet {
    return {
      apiVersion: API_VERSION,
      kind: 'EphemeralRunnerSet',
      metadata: {
        name: '',
        generateName: `${this.#set.metadata.name}-`,
        namespace: this.#set.metadata.namespace,
        labels: this.#childLabels('runner-set'),
        annotations: {
          ...this.#nameAnnotations(),
          [ANNOTATIONS.runnerSpecHash]: this.runnerSpecHash,
        },
        finalizers: [FINALIZERS.runner],
        ownerReferences: [controllerReference(this.#set)],
      },
      spec: { patchID: 0, ephemeralRunnerSpec: this.#runnerSpec() },
    };
  }

  listener(runnerSetName: string): KubernetesObject {
    const { spec, metadata } = this.#set;
    return {
      apiVersion: API_VERSION,
      kind: 'AutoscalingListener',
      metadata: {
        name: this.listenerName,
        namespace: CONTROLLER_NAMESPACE,
        labels: this.#childLabels('runner-scale-set-listener'),
        annotations: {
          [ANNOTATIONS.runnerSpecHash]: this.runnerSpecHash,
          [ANNOTATIONS.valuesHash]: '',
        },
        finalizers: [FINALIZERS.listener],
      },
      spec: {
        autoscalingRunnerSetName: metadata.name,
        autoscalingRunnerSetNamespace: metadata.namespace,
        ephemeralRunnerSetName: runnerSetName,
        githubConfigSecret: spec.githubConfigSecret,
        githubConfigUrl: spec.githubConfigUrl,
        image: IMAGE,
        maxRunners: spec.maxRunners ?? 2 ** 31 - 1,
        minRunners: spec.minRunners ?? 0,
        runnerScaleSetId: this.#id,
      },
    };
  }

  listenerPod(listener: KubernetesObject): KubernetesObject {
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: this.listenerName,
        namespace: CONTROLLER_NAMESPACE,
        labels: this.#childLabels('runner-scale-set-listener'),
        ownerReferences: [controllerReference(listener)],
      },
      spec: {
        nodeName: RUNNER_NODE,
        restartPolicy: 'Never',
        containers: [
          { name: 'listener', image: IMAGE, command: ['/ghalistener'] },
        ],
      },
    };
  }

  runner(runnerSet: EphemeralRunnerSet): EphemeralRunner {
    return {
      apiVersion: API_VERSION,
      kind: 'EphemeralRunner',
      metadata: {
        name: '',
        generateName: `${runnerSet.metadata.name}-runner-`,
        namespace: runnerSet.metadata.namespace,
        labels: this.#childLabels('runner'),
        annotations: {
          ...this.#nameAnnotations(),
          [ANNOTATIONS.patchId]: String(runnerSet.spec.patchID),
          [ANNOTATIONS.runnerSpecHash]: this.runnerSpecHash,
        },
        finalizers: [FINALIZERS.runner, FINALIZERS.registration],
        ownerReferences: [controllerReference(runnerSet)],
      },
      spec: this.#runnerSpec(),
    };
  }

  runnerPod(runner: EphemeralRunner): KubernetesObject {
    const { template } = this.#set.spec;
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: runner.metadata.name,
        namespace: runner.metadata.namespace,
        labels: {
          ...template.metadata?.labels,
          ...this.#childLabels('runner'),
          [LABELS.runnerPod]: 'True',
        },
        ownerReferences: [controllerReference(runner)],
      },
      spec: {
        restartPolicy: 'Never',
        ...template.spec,
        nodeName: RUNNER_NODE,
      },
    };
  }

  #runnerSpec(): EphemeralRunnerSpec {
    const { githubConfigSecret, githubConfigUrl, template } = this.#set.spec;
    return {
      githubConfigSecret,
      githubConfigUrl,
      metadata: {},
      runnerScaleSetId: this.#id,
      spec: template.spec,
    };
  }

  #labels(component: string): Record<string, string> {
    const { spec, metadata } = this.#set;
    const [owner, repository] = scopeOf(spec.githubConfigUrl);
    return {
      [LABELS.organization]: owner,
      ...(repository ? { [LABELS.repository]: repository } : {}),
      [LABELS.scaleSetName]: metadata.name,
      [LABELS.scaleSetNamespace]: metadata.namespace ?? '',
      [LABELS.component]: component,
      [LABELS.version]: ARC_VERSION,
    };
  }

  #childLabels(component: string): Record<string, string> {
    return {
      ...this.#labels(component),
      [LABELS.partOf]: 'gha-runner-scale-set',
    };
  }

  #nameAnnotations(): Record<string, string> {
    return {
      [ANNOTATIONS.groupName]: this.#set.spec.runnerGroup ?? 'default',
      [ANNOTATIONS.scaleSetName]: this.scaleSetName,
    };
  }
}

function hashOf(parts: unknown): string {
  const text = JSON.stringify(parts) ?? '';
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
