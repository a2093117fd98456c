import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Coverage,
  LABEL_SECRET_TYPE,
} from '@slipway/backstage-plugin-fleet-common';
import {
  Clock,
  ClusterAccess,
  ClusterDefinition,
  ClusterSource,
} from '@slipway/backstage-plugin-fleet-node';
import { ClusterContact } from '../../watch/cluster/ClusterContact';
import { CoverageTracker } from '../../watch/reflector/CoverageTracker';
import { ObjectFeed } from '../../watch/reflector/ObjectFeed';
import { Reflector } from '../../watch/reflector/Reflector';
import { Semaphore } from '../../watch/reflector/Semaphore';
import { ClusterTransport } from '../../watch/transport/ClusterTransport';
import { readRegistration } from './readRegistration';

/** Whose registrations are read, and by which times. */
export interface RegistrationClusterSourceOptions {
  hub: { name: string; access: ClusterAccess };
  clock: Clock;
  now: () => Date;
  random: () => number;
  logger: LoggerService;
}

const COLLECTION = {
  path: '/api/v1/namespaces/slipway-fleet/secrets',
  labelSelector: `${LABEL_SECRET_TYPE}=cluster`,
};
const GATHER_MS = 100;

/**
 * The clusters that are registered at a hub by Secrets. What is in those stays
 * here: nothing of it becomes a row.
 */
export class RegistrationClusterSource implements ClusterSource {
  readonly id: string;
  readonly #options: RegistrationClusterSourceOptions;
  readonly #clusters = new Map<string, ClusterDefinition>();
  #isComplete = false;
  #said: string | undefined;
  #gathering = false;

  static create(
    options: RegistrationClusterSourceOptions,
  ): RegistrationClusterSource {
    return new RegistrationClusterSource(options);
  }

  private constructor(options: RegistrationClusterSourceOptions) {
    this.#options = options;
    this.id = `registrations of ${options.hub.name}`;
  }

  async run(
    tell: (clusters: ClusterDefinition[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { hub, clock, now, random } = this.#options;
    const transport = ClusterTransport.create(hub.access);
    const reflectors: Reflector[] = [];
    const tellLater = () => this.#tellLater(tell, signal);
    const contact = ClusterContact.create({
      transport,
      description: { id: this.id, kind: 'cluster', name: hub.name },
      clock,
      now,
      tell: () => {},
      lost: message => reflectors.forEach(one => one.lost(message)),
      replaced: () => reflectors.forEach(one => one.startOver()),
    });
    const reflector = Reflector.create({
      cluster: contact,
      find: async () => ({ collection: COLLECTION }),
      feed: this.#feed(tellLater),
      coverage: CoverageTracker.create({
        clock,
        now,
        tell: coverage => {
          this.#note(coverage);
          tellLater();
        },
      }),
      position: () => {},
      slots: { ofCluster: Semaphore.create(1), ofAll: Semaphore.create(1) },
      clock,
      random,
    });
    reflectors.push(reflector);
    await Promise.all([contact.run(signal), reflector.run(signal)]);
    await transport.close();
  }

  #feed(tellLater: () => void): ObjectFeed {
    const { hub, logger } = this.#options;
    const idOf = (key: { namespace: string; name: string }) =>
      `${key.namespace}/${key.name}`;
    return ObjectFeed.create({
      known: [],
      listener: {
        changed: (secret, key) => {
          const cluster = readRegistration(secret, hub.name);
          if (!cluster) {
            logger.warn(
              `The Secret ${idOf(key)} of ${
                hub.name
              } registers a cluster without a name`,
            );
            return false;
          }
          this.#clusters.set(idOf(key), cluster);
          tellLater();
          return true;
        },
        gone: key => {
          this.#clusters.delete(idOf(key));
          tellLater();
        },
      },
    });
  }

  #note({ state, error }: Coverage): void {
    // Half a list would look as if the other half had been unregistered.
    this.#isComplete ||= state === 'live' || state === 'absent';
    if (state === 'forbidden' && this.#said !== error) {
      const { hub, logger } = this.#options;
      logger.warn(
        `The registrations at ${hub.name} cannot be read; its reader needs a ` +
          `Role in the namespace slipway-fleet: ${error}`,
      );
      this.#said = error;
    }
  }

  async #tellLater(
    tell: (clusters: ClusterDefinition[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (!this.#isComplete || this.#gathering) {
      return;
    }
    this.#gathering = true;
    const { clock } = this.#options;
    await clock.sleep(GATHER_MS, signal).catch(() => undefined);
    this.#gathering = false;
    if (!signal.aborted) {
      tell(
        [...this.#clusters.values()].sort((a, b) =>
          a.name.localeCompare(b.name),
        ),
      );
    }
  }
}
