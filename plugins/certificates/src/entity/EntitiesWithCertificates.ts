import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ApiHolder } from '@backstage/frontend-plugin-api';
import { fleetApiOf } from '@slipway/backstage-plugin-fleet-react';
import { DOMAIN } from '../constants';

const FRESH_MS = 30_000;
const PATIENCE_MS = 1_000;

interface Answer {
  isKnown: boolean;
  has: boolean;
  askedAt: number;
  pending?: Promise<void>;
}

/** What {@link EntitiesWithCertificates} needs. */
export interface EntitiesWithCertificatesOptions {
  apis: ApiHolder;
  now?: () => number;
}

/** Knows which entities have certificates, for the filter of their tab. */
export class EntitiesWithCertificates {
  readonly #apis: ApiHolder;
  readonly #now: () => number;
  readonly #answers = new Map<string, Answer>();

  static create(options: EntitiesWithCertificatesOptions) {
    return new EntitiesWithCertificates(options);
  }

  private constructor(options: EntitiesWithCertificatesOptions) {
    this.#apis = options.apis;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Filters of tabs are synchronous and asked while the entity page is drawn.
   * For an entity seen for the first time it therefore suspends that page until
   * the fleet has answered, a second at most; later it says what is known and
   * asks again beside.
   */
  has(entity: Entity): boolean {
    const ref = stringifyEntityRef(entity);
    const known = this.#answers.get(ref);
    if (known && this.#now() - known.askedAt < FRESH_MS) {
      return settled(known);
    }
    return settled(this.#ask(ref, known));
  }

  #ask(ref: string, before?: Answer): Answer {
    const answer: Answer = {
      isKnown: before?.isKnown ?? false,
      has: before?.has ?? false,
      askedAt: this.#now(),
    };
    this.#answers.set(ref, answer);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    answer.pending = this.#count(ref, patience.signal)
      .then(
        count => {
          answer.has = count > 0;
        },
        // Whoever cannot be asked shows no tab, and breaks no entity page.
        () => undefined,
      )
      .finally(() => {
        clearTimeout(timer);
        answer.isKnown = true;
        answer.pending = undefined;
      });
    return answer;
  }

  async #count(entityRef: string, signal: AbortSignal): Promise<number> {
    const filter = { domain: DOMAIN, entityRef };
    const api = fleetApiOf(this.#apis);
    const { counts } = await api.getSummary(filter, { signal });
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }
}

function settled(answer: Answer): boolean {
  if (!answer.isKnown && answer.pending) {
    throw answer.pending;
  }
  return answer.has;
}
