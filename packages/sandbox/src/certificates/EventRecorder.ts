import { randomBytes } from 'node:crypto';
import { KubernetesClient, KubernetesObject, resources } from '../client';
import { timestamp } from './timestamp';

/** Writes Events about objects; one that cannot be written is only logged. */
export class EventRecorder {
  readonly #client: KubernetesClient;
  readonly #now: () => Date;
  readonly #log: (line: string) => void;

  constructor(options: {
    client: KubernetesClient;
    now: () => Date;
    log: (line: string) => void;
  }) {
    this.#client = options.client;
    this.#now = options.now;
    this.#log = options.log;
  }

  async normal(about: KubernetesObject, reason: string, message: string) {
    await this.#record(about, { type: 'Normal', reason, message });
  }

  async warning(about: KubernetesObject, reason: string, message: string) {
    await this.#record(about, { type: 'Warning', reason, message });
  }

  async #record(
    about: KubernetesObject,
    what: { type: string; reason: string; message: string },
  ) {
    const { name, uid, resourceVersion } = about.metadata;
    const namespace = about.metadata.namespace ?? 'default';
    const time = timestamp(this.#now());
    try {
      await this.#client.create(resources.events, {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: {
          name: `${name}.${randomBytes(8).toString('hex')}`,
          namespace,
        },
        involvedObject: {
          apiVersion: about.apiVersion,
          kind: about.kind,
          name,
          ...(about.metadata.namespace ? { namespace } : {}),
          uid,
          resourceVersion,
        },
        ...what,
        count: 1,
        firstTimestamp: time,
        lastTimestamp: time,
        source: { component: 'cert-manager' },
        reportingComponent: 'cert-manager',
        reportingInstance: '',
      });
    } catch (error) {
      this.#log(`event ${what.reason} of ${name}: ${(error as Error).message}`);
    }
  }
}
