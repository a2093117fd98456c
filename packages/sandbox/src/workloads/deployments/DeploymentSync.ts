import {
  EventRecorder,
  KubernetesApiError,
  resources,
  timestamp,
} from '../../client';
import { setCondition } from '../conditions';
import { isControlledBy } from '../controllerReference';
import { isPodActive } from '../podReadiness';
import { Deployment, DeploymentStatus, ReplicaSet } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import {
  condition,
  deadlineInMs,
  deploymentStatus,
  hasDeadline,
  rolloutStatus,
} from './deploymentStatus';
import {
  newReplicaSet,
  replicaSetAnnotations,
  sizeAnnotations,
} from './newReplicaSet';
import {
  currentSize,
  planRecreate,
  planRollingUpdate,
  ScaleStep,
} from './planRollout';
import { isScalingEvent, planScale } from './planScale';
import { canonical } from '../canonical';
import {
  ReplicaSets,
  replicasOf,
  REVISION,
  revisionOf,
  sortReplicaSets,
} from './ReplicaSets';
import { rolloutNumbers } from './rolloutNumbers';
import { surplusHistory } from './surplusHistory';

/** One pass over one Deployment; what it changes brings it back for the next. */
export class DeploymentSync {
  readonly #context: WorkloadContext;
  readonly #events: EventRecorder;
  #deployment: Deployment;

  static create(options: {
    context: WorkloadContext;
    events: EventRecorder;
    deployment: Deployment;
  }): DeploymentSync {
    return new DeploymentSync(options);
  }

  private constructor(options: {
    context: WorkloadContext;
    events: EventRecorder;
    deployment: Deployment;
  }) {
    this.#context = options.context;
    this.#events = options.events;
    this.#deployment = options.deployment;
  }

  /** Returns when to come again even if nothing changes. */
  async run(): Promise<number | undefined> {
    const deployment = this.#deployment;
    const sets = this.#sets();
    if (deployment.metadata.deletionTimestamp) {
      await this.#writeStatus(deploymentStatus(deployment, sets, this.#at()));
      return undefined;
    }
    await this.#notePause();
    if (deployment.spec.paused || isScalingEvent(deployment, sets)) {
      await this.#syncRevision(sets);
      await this.#scale(planScale(deployment, sets));
      if (deployment.spec.paused) {
        await this.#deleteHistory(sets);
      }
      await this.#writeStatus(
        deploymentStatus(this.#deployment, this.#sets(), this.#at()),
      );
      return undefined;
    }
    return this.#rollOut(sets);
  }

  async #rollOut(sets: ReplicaSets): Promise<number | undefined> {
    const { type } = this.#deployment.spec.strategy ?? {};
    const oldPods = type === 'Recreate' && this.#hasOldPods(sets);
    let { current } = sets;
    if (current) {
      await this.#syncRevision(sets);
      current = sets.current;
    } else if (!oldPods && !(type === 'Recreate' && hasSize(sets.old))) {
      current = await this.#create(sets);
    }
    const known = current
      ? { ...sets, current, all: [...sets.old, current] }
      : sets;
    let steps: ScaleStep[] = [];
    if (type === 'Recreate') {
      steps = planRecreate(this.#deployment, known, oldPods);
    } else if (known.current) {
      steps = planRollingUpdate(this.#deployment, {
        ...known,
        current: known.current,
      });
    }
    await this.#scale(steps);

    const now = this.#context.now();
    const status = rolloutStatus(this.#deployment, known, {
      at: timestamp(now),
      ms: now.getTime(),
    });
    await this.#writeStatus(status);
    if (isRolledOut(status)) {
      await this.#deleteHistory(known);
    }
    return deadlineInMs(this.#deployment, status, now.getTime());
  }

  async #create(sets: ReplicaSets): Promise<ReplicaSet | undefined> {
    const deployment = this.#deployment;
    const replicas = currentSize(sets, rolloutNumbers(deployment));
    const revision = Math.max(0, ...sets.old.map(revisionOf)) + 1;
    const wanted = newReplicaSet(deployment, { replicas, revision });
    const { name } = wanted.metadata;
    let created: ReplicaSet;
    try {
      created = await this.#context.client.create(
        resources.replicaSets,
        wanted,
      );
    } catch (error) {
      return this.#creationFailed(wanted, error as Error);
    }
    if (replicas > 0) {
      this.#sayScaled(`Scaled up replica set ${name} from 0 to ${replicas}`);
    }
    await this.#setRevision(revision);
    if (hasDeadline(deployment)) {
      await this.#setProgressing('True', {
        reason: 'NewReplicaSetCreated',
        message: `Created new replica set "${name}"`,
      });
    }
    return created;
  }

  async #creationFailed(
    wanted: ReplicaSet,
    error: Error,
  ): Promise<ReplicaSet | undefined> {
    const { name, namespace } = wanted.metadata;
    const deployment = this.#deployment;
    if (error instanceof KubernetesApiError && error.code === 409) {
      const existing = await this.#context.client.get<ReplicaSet>(
        resources.replicaSets,
        name,
        namespace,
      );
      if (existing && isControlledBy(existing, deployment)) {
        const same = sortReplicaSets(deployment, [existing]).current;
        if (same) {
          return same;
        }
      }
      // Another template with the same hash: the count gives the next one.
      const collisionCount = (deployment.status?.collisionCount ?? 0) + 1;
      await this.#writeStatus({ ...deployment.status, collisionCount });
      throw error;
    }
    const message = `Failed to create new replica set "${name}": ${error.message}`;
    if (hasDeadline(deployment)) {
      await this.#setProgressing('False', {
        reason: 'ReplicaSetCreateError',
        message,
      });
    }
    this.#events.record(deployment, {
      type: 'Warning',
      reason: 'ReplicaSetCreateError',
      message,
    });
    throw error;
  }

  async #syncRevision(sets: ReplicaSets): Promise<void> {
    const { current } = sets;
    if (!current) {
      return;
    }
    const annotations = current.metadata.annotations ?? {};
    const revision = Math.max(
      revisionOf(current),
      Math.max(0, ...sets.old.map(revisionOf)) + 1,
    );
    const wanted: Record<string, string> = {
      ...annotations,
      ...replicaSetAnnotations(this.#deployment),
      [REVISION]: String(revision),
    };
    // The sizes are for scaling to see: it has not yet been done.
    Object.keys(sizeAnnotations(this.#deployment)).forEach(key => {
      wanted[key] = annotations[key] ?? wanted[key];
    });
    const { minReadySeconds } = this.#deployment.spec;
    if (
      canonical(wanted) !== canonical(annotations) ||
      (current.spec.minReadySeconds ?? 0) !== (minReadySeconds ?? 0)
    ) {
      sets.current = await this.#context.client.update(resources.replicaSets, {
        ...current,
        metadata: { ...current.metadata, annotations: wanted },
        spec: { ...current.spec, minReadySeconds },
      });
      sets.all = [...sets.old, sets.current];
    }
    await this.#setRevision(revision);
  }

  async #setRevision(revision: number): Promise<void> {
    if (revisionOf(this.#deployment) === revision) {
      return;
    }
    const { name, namespace } = this.#deployment.metadata;
    this.#deployment = await this.#context.client.patch(
      resources.deployments,
      name,
      { metadata: { annotations: { [REVISION]: String(revision) } } },
      { namespace },
    );
  }

  async #scale(steps: ScaleStep[]): Promise<void> {
    for (const { set, replicas } of steps) {
      const before = replicasOf(set);
      const annotations = {
        ...set.metadata.annotations,
        ...sizeAnnotations(this.#deployment),
      };
      const sizesKnown =
        canonical(annotations) === canonical(set.metadata.annotations);
      if (before !== replicas || !sizesKnown) {
        await this.#context.client.update(resources.replicaSets, {
          ...set,
          metadata: { ...set.metadata, annotations },
          spec: { ...set.spec, replicas },
        });
      }
      if (before !== replicas) {
        const way = before < replicas ? 'up' : 'down';
        this.#sayScaled(
          `Scaled ${way} replica set ${set.metadata.name} from ${before} to ${replicas}`,
        );
      }
    }
  }

  async #deleteHistory(sets: ReplicaSets): Promise<void> {
    for (const set of surplusHistory(this.#deployment, sets)) {
      const { name, namespace } = set.metadata;
      await this.#context.client.delete(resources.replicaSets, name, {
        namespace,
      });
    }
  }

  async #notePause(): Promise<void> {
    const { paused } = this.#deployment.spec;
    const current = this.#deployment.status?.conditions?.find(
      c => c.type === 'Progressing',
    );
    const noted = current?.reason === 'DeploymentPaused';
    if (
      !hasDeadline(this.#deployment) ||
      current?.reason === 'ProgressDeadlineExceeded' ||
      Boolean(paused) === noted
    ) {
      return;
    }
    await this.#setProgressing(
      'Unknown',
      paused
        ? { reason: 'DeploymentPaused', message: 'Deployment is paused' }
        : { reason: 'DeploymentResumed', message: 'Deployment is resumed' },
    );
  }

  async #setProgressing(
    status: 'True' | 'False' | 'Unknown',
    why: { reason: string; message: string },
  ): Promise<void> {
    const conditions = setCondition(
      this.#deployment.status?.conditions ?? [],
      condition('Progressing', status, this.#at(), why),
    );
    await this.#writeStatus({ ...this.#deployment.status, conditions });
  }

  async #writeStatus(status: DeploymentStatus): Promise<void> {
    if (canonical(status) !== canonical(this.#deployment.status ?? {})) {
      this.#deployment = await this.#context.client.update(
        resources.deployments,
        { ...this.#deployment, status },
        'status',
      );
    }
  }

  #sets(): ReplicaSets {
    const { namespace } = this.#deployment.metadata;
    return sortReplicaSets(
      this.#deployment,
      this.#context.cache.replicaSets
        .list(namespace)
        .filter(set => isControlledBy(set, this.#deployment)),
    );
  }

  #hasOldPods(sets: ReplicaSets): boolean {
    return this.#context.cache.pods
      .list(this.#deployment.metadata.namespace)
      .some(
        pod =>
          sets.old.some(set => isControlledBy(pod, set)) &&
          (isPodActive(pod) || pod.metadata.deletionTimestamp),
      );
  }

  #sayScaled(message: string): void {
    this.#events.record(this.#deployment, {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message,
    });
  }

  #at(): string {
    return timestamp(this.#context.now());
  }
}

function hasSize(sets: ReplicaSet[]): boolean {
  return sets.some(set => replicasOf(set) > 0);
}

function isRolledOut(status: DeploymentStatus): boolean {
  return Boolean(
    status.conditions?.some(c => c.reason === 'NewReplicaSetAvailable'),
  );
}
