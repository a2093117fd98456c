import {
  EventRecorder,
  isControlledBy,
  resources,
  timestamp,
} from '../../client';
import { canonical } from '../canonical';
import { isPodActive } from '../podReadiness';
import { Deployment, DeploymentStatus, ReplicaSet } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { createReplicaSet } from './createReplicaSet';
import { DeploymentRecord } from './DeploymentRecord';
import {
  deadlineInMs,
  deploymentStatus,
  rolloutStatus,
} from './deploymentStatus';
import { replicaSetAnnotations, sizeAnnotations } from './newReplicaSet';
import { planRecreate, planRollingUpdate, ScaleStep } from './planRollout';
import { isScalingEvent, planScale } from './planScale';
import {
  ReplicaSets,
  replicasOf,
  REVISION,
  revisionOf,
  sortReplicaSets,
} from './ReplicaSets';
import { surplusHistory } from './surplusHistory';

/** One pass over one Deployment; what it changes brings it back for the next. */
export class DeploymentSync {
  readonly #context: WorkloadContext;
  readonly #record: DeploymentRecord;

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
    this.#record = DeploymentRecord.create(options);
  }

  /** Returns when to come again even if nothing changes. */
  async run(): Promise<number | undefined> {
    const deployment = this.#deployment;
    const sets = this.#sets();
    if (deployment.metadata.deletionTimestamp) {
      await this.#record.writeStatus(
        deploymentStatus(deployment, sets, this.#at()),
      );
      return undefined;
    }
    await this.#record.notePause();
    if (deployment.spec.paused || isScalingEvent(deployment, sets)) {
      await this.#syncRevision(sets);
      await this.#scale(planScale(deployment, sets));
      if (deployment.spec.paused) {
        await this.#deleteHistory(sets);
      }
      await this.#record.writeStatus(
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
      current = await createReplicaSet({
        client: this.#context.client,
        record: this.#record,
        sets,
      });
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
    await this.#record.writeStatus(status);
    if (isRolledOut(status)) {
      await this.#deleteHistory(known);
    }
    return deadlineInMs(this.#deployment, status, now.getTime());
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
    await this.#record.setRevision(revision);
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
        this.#record.sayScaled(
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

  get #deployment(): Deployment {
    return this.#record.deployment;
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
