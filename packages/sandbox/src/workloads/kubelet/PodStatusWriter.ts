import { setTimeout as delay } from 'node:timers/promises';
import { KubernetesApiError, resources } from '../../client';
import { canonical } from '../canonical';
import { Pod, PodStatus } from '../types';
import { WorkloadContext } from '../WorkloadContext';

const RETRY_MS = 500;

export interface PodStatusWriterOptions {
  context: WorkloadContext;
  pod: () => Pod;
  /** The status of now, given the one before. */
  compute: (before: PodStatus | undefined) => PodStatus;
}

/** Keeps the API server informed about one pod. */
export class PodStatusWriter {
  readonly #options: PodStatusWriterOptions;
  #published?: PodStatus;
  #publishing?: Promise<void>;
  #dirty = false;

  static create(options: PodStatusWriterOptions): PodStatusWriter {
    return new PodStatusWriter(options);
  }

  private constructor(options: PodStatusWriterOptions) {
    this.#options = options;
  }

  /** Writes the status soon; what changes in one go is written once. */
  publish(): void {
    this.#dirty = true;
    this.#publishing ??= this.#write().finally(() => {
      this.#publishing = undefined;
    });
  }

  /** Says that nothing runs any more; only then the object goes. */
  async deleteObject(): Promise<void> {
    await this.#publishing;
    const { client, signal } = this.#options.context;
    const { name, namespace, uid } = this.#options.pod().metadata;
    await this.#untilDone(async () => {
      const current = await client.get<Pod>(resources.pods, name, namespace);
      if (current?.metadata.uid === uid && !signal.aborted) {
        await client.delete(resources.pods, name, {
          namespace,
          gracePeriodSeconds: 0,
        });
      }
    });
  }

  async #write(): Promise<void> {
    await Promise.resolve();
    while (this.#dirty && !this.#options.context.signal.aborted) {
      this.#dirty = false;
      const status = this.#options.compute(this.#published);
      if (canonical(status) !== canonical(this.#published ?? {})) {
        await this.#patch(status);
      }
    }
  }

  async #patch(status: PodStatus): Promise<void> {
    const { name, namespace, uid } = this.#options.pod().metadata;
    await this.#untilDone(async () => {
      await this.#options.context.client.patch(
        resources.pods,
        name,
        // The UID makes it fail for another pod of the same name.
        { metadata: { uid }, status },
        { namespace, subresource: 'status' },
      );
    });
    this.#published = status;
  }

  /** Tries again while the API server is away; what it refuses is let be. */
  async #untilDone(write: () => Promise<void>): Promise<void> {
    const { signal } = this.#options.context;
    while (!signal.aborted) {
      try {
        await write();
        return;
      } catch (error) {
        if (error instanceof KubernetesApiError && error.code < 500) {
          return;
        }
        await delay(RETRY_MS, undefined, { signal }).catch(() => {});
      }
    }
  }
}
