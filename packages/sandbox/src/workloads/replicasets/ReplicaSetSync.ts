import {
  EventRecorder,
  isControlledBy,
  KubernetesApiError,
  resources,
  timestamp,
} from '../../client';
import { canonical } from '../canonical';
import { availableInMs, isPodActive } from '../podReadiness';
import { Pod, ReplicaSet } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { podOf } from './podOf';
import { rankForDeletion } from './rankForDeletion';
import { ReplicaFailure, replicaSetStatus } from './replicaSetStatus';

export interface ReplicaSetSyncOptions {
  context: WorkloadContext;
  events: EventRecorder;
  set: ReplicaSet;
  /** Waits until the cache shows what was written, or it would be done twice. */
  seen: (isSeen: () => boolean) => Promise<void>;
}

/** One pass over one ReplicaSet: its pods, then its status. */
export class ReplicaSetSync {
  readonly #options: ReplicaSetSyncOptions;

  static create(options: ReplicaSetSyncOptions): ReplicaSetSync {
    return new ReplicaSetSync(options);
  }

  private constructor(options: ReplicaSetSyncOptions) {
    this.#options = options;
  }

  /** Returns when to come again because pods become available by time alone. */
  async run(): Promise<number | undefined> {
    const { set } = this.#options;
    let failure: { why: ReplicaFailure; error: unknown } | undefined;
    if (!set.metadata.deletionTimestamp) {
      failure = await this.#manage();
    }
    await this.#writeStatus(failure?.why);
    if (failure) {
      throw failure.error;
    }
    return this.#nextAvailableInMs();
  }

  async #manage() {
    const { set } = this.#options;
    const active = this.#pods().filter(isPodActive);
    const missing = (set.spec.replicas ?? 1) - active.length;
    try {
      for (let i = 0; i < missing; i++) {
        await this.#createPod();
      }
    } catch (error) {
      const { message } = error as Error;
      this.#say('Warning', 'FailedCreate', `Error creating: ${message}`);
      return { why: { reason: 'FailedCreate' as const, message }, error };
    }
    try {
      for (const pod of rankForDeletion(active).slice(
        0,
        Math.max(0, -missing),
      )) {
        await this.#deletePod(pod);
      }
    } catch (error) {
      const { message } = error as Error;
      this.#say('Warning', 'FailedDelete', `Error deleting: ${message}`);
      return { why: { reason: 'FailedDelete' as const, message }, error };
    }
    return undefined;
  }

  async #createPod(): Promise<void> {
    const { context, set, seen } = this.#options;
    const { name, namespace } = (
      await context.client.create(resources.pods, podOf(set))
    ).metadata;
    this.#say('Normal', 'SuccessfulCreate', `Created pod: ${name}`);
    await seen(() => Boolean(context.cache.pods.get(name, namespace)));
  }

  async #deletePod(pod: Pod): Promise<void> {
    const { context, seen } = this.#options;
    const { name, namespace } = pod.metadata;
    await context.client.delete(resources.pods, name, { namespace });
    this.#say('Normal', 'SuccessfulDelete', `Deleted pod: ${name}`);
    await seen(() => {
      const known = context.cache.pods.get(name, namespace);
      return !known || !isPodActive(known);
    });
  }

  async #writeStatus(failure?: ReplicaFailure): Promise<void> {
    const { context, set } = this.#options;
    const now = context.now();
    const status = replicaSetStatus({
      set,
      pods: this.#pods(),
      failure,
      now,
      at: timestamp(now),
    });
    if (canonical(status) === canonical(set.status)) {
      return;
    }
    try {
      await context.client.update(
        resources.replicaSets,
        { ...set, status },
        'status',
      );
    } catch (error) {
      // Deleted together with its Deployment.
      if (!(error instanceof KubernetesApiError) || error.code !== 404) {
        throw error;
      }
    }
  }

  #nextAvailableInMs(): number | undefined {
    const { set, context } = this.#options;
    const waits = this.#pods()
      .map(pod =>
        availableInMs(pod, set.spec.minReadySeconds ?? 0, context.now()),
      )
      .filter(waitMs => waitMs !== undefined && waitMs > 0) as number[];
    return waits.length ? Math.min(...waits) : undefined;
  }

  #pods(): Pod[] {
    const { context, set } = this.#options;
    return context.cache.pods
      .list(set.metadata.namespace)
      .filter(pod => isControlledBy(pod, set));
  }

  #say(type: 'Normal' | 'Warning', reason: string, message: string) {
    const { events, set } = this.#options;
    events.record(set, { type, reason, message });
  }
}
