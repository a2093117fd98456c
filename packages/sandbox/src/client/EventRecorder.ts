import { KubernetesApiError } from './KubernetesApiError';
import { KubernetesClient } from './KubernetesClient';
import { resources } from './resources';
import { timestamp } from './timestamp';
import { KubernetesObject } from './types';

export interface EventRecorderOptions {
  client: KubernetesClient;
  /** Who speaks, for example `kubelet`. */
  component: string;
  /** The node, for components that run on one. */
  host?: string;
  log: (line: string) => void;
  now?: () => Date;
}

export interface EventText {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** For example `spec.containers{app}`. */
  fieldPath?: string;
}

interface KnownEvent {
  name: string;
  count: number;
}

const REMEMBERED = 1000;

/**
 * Writes events as client-go's recorder does: what is said again about the same
 * object raises the count of the event that is there.
 */
export class EventRecorder {
  readonly #options: EventRecorderOptions;
  readonly #known = new Map<string, KnownEvent>();
  #queue: Promise<void> = Promise.resolve();

  static create(options: EventRecorderOptions): EventRecorder {
    return new EventRecorder(options);
  }

  private constructor(options: EventRecorderOptions) {
    this.#options = options;
  }

  /** Resolves when all events recorded so far are written or given up. */
  get flushed(): Promise<void> {
    return this.#queue;
  }

  /** Never fails and never waits: events are a help, not a duty. */
  record(object: KubernetesObject, text: EventText): void {
    this.#queue = this.#queue.then(() =>
      this.#write(object, text).catch(error => {
        // The namespace is being deleted, or the server is away.
        if (!(error instanceof KubernetesApiError)) {
          this.#options.log(
            `${this.#options.component}: event lost: ${error.message}`,
          );
        }
      }),
    );
  }

  async #write(object: KubernetesObject, text: EventText): Promise<void> {
    const key = [object.metadata.uid, ...Object.values(text)].join('\n');
    const known = this.#known.get(key);
    if (known && (await this.#countUp(object, known))) {
      return;
    }
    const name = await this.#create(object, text);
    this.#known.set(key, { name, count: 1 });
    if (this.#known.size > REMEMBERED) {
      this.#known.delete(this.#known.keys().next().value!);
    }
  }

  async #countUp(object: KubernetesObject, known: KnownEvent) {
    known.count += 1;
    try {
      await this.#options.client.patch(
        resources.events,
        known.name,
        { count: known.count, lastTimestamp: this.#timestamp() },
        { namespace: object.metadata.namespace ?? 'default' },
      );
      return true;
    } catch (error) {
      if (error instanceof KubernetesApiError && error.code === 404) {
        return false;
      }
      throw error;
    }
  }

  async #create(object: KubernetesObject, text: EventText): Promise<string> {
    const { client, component, host } = this.#options;
    const { name, namespace, uid, resourceVersion } = object.metadata;
    const at = this.#timestamp();
    const unique = process.hrtime.bigint().toString(16);
    const event = await client.create(resources.events, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: `${name}.${unique}`,
        namespace: namespace ?? 'default',
      },
      involvedObject: {
        apiVersion: object.apiVersion,
        kind: object.kind,
        name,
        namespace,
        uid,
        resourceVersion,
        fieldPath: text.fieldPath,
      },
      type: text.type,
      reason: text.reason,
      message: text.message,
      source: { component, host },
      reportingComponent: component,
      reportingInstance: host ?? '',
      count: 1,
      firstTimestamp: at,
      lastTimestamp: at,
    });
    return event.metadata.name;
  }

  #timestamp(): string {
    return timestamp(this.#options.now?.() ?? new Date());
  }
}
