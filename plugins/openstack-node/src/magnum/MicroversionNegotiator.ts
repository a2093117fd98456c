import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { OpenStackError } from '../errors';
import { ServiceCaller } from '../services/ServiceCaller';
import { withVersion } from '../services/withVersion';
import { CallOptions } from '../transport/CallOptions';
import { Exchange } from '../transport/Exchange';
import { ServiceAnswer } from '../transport/ServiceAnswer';
import { ServiceRequest } from '../transport/ServiceRequest';
import { SharedTask } from '../transport/SharedTask';
import { MagnumMicroversion } from './bodies';
import { chooseMicroversion } from './chooseMicroversion';
import { readVersions } from './readVersions';

/** What a negotiation needs. */
export interface MicroversionNegotiatorOptions {
  caller: ServiceCaller;
  exchange: Exchange;
  clock: Clock;
  /** The newest one that the operator allows. */
  cap?: string;
}

/** Clouds are upgraded while we run. */
const GOOD_FOR_MS = 60 * 60_000;

/** Knows what to ask for in `OpenStack-API-Version`. */
export class MicroversionNegotiator {
  readonly #options: MicroversionNegotiatorOptions;
  readonly #asking = SharedTask.create(signal => this.#ask(signal));
  #known: { versions: MagnumMicroversion; until: number } | undefined;

  static create(
    options: MicroversionNegotiatorOptions,
  ): MicroversionNegotiator {
    return new MicroversionNegotiator(options);
  }

  private constructor(options: MicroversionNegotiatorOptions) {
    this.#options = options;
  }

  async versions(o: CallOptions = {}): Promise<MagnumMicroversion> {
    const known = this.#known;
    return known && this.#options.clock.now() < known.until
      ? known.versions
      : this.#asking.join(o.signal);
  }

  /** The cloud no longer has what it said it has. */
  forget(): void {
    this.#known = undefined;
  }

  async #ask(signal: AbortSignal): Promise<MagnumMicroversion> {
    const { caller, clock, exchange, cap } = this.#options;
    const endpoint = await caller.endpoint('container-infra', { signal });
    const request: ServiceRequest = {
      service: 'magnum',
      method: 'GET',
      url: new URL(withVersion(endpoint, 'v1').replace(/\/v1$/, '/')),
      signal,
    };
    const range =
      (await this.#inRoot(request)) ?? (await this.#inHeaders(signal));
    const chosen = range
      ? chooseMicroversion({ ...range, cap })
      : ({ outcome: 'none', reason: 'it names no microversions' } as const);
    if (chosen.outcome === 'none') {
      throw exchange.errorOf(request, { reason: chosen.reason });
    }
    const { versions } = chosen;
    this.#known = { versions, until: clock.now() + GOOD_FOR_MS };
    return versions;
  }

  async #inRoot(request: ServiceRequest) {
    const { exchange } = this.#options;
    try {
      const answer = await exchange.ask(request);
      return readVersions(exchange.readJson(request, answer));
    } catch (error) {
      const { signal } = request;
      signal?.throwIfAborted();
      // A proxy may hide the root; then the headers have to do.
      if (
        error instanceof OpenStackError &&
        error.status &&
        error.status < 500
      ) {
        return undefined;
      }
      throw error;
    }
  }

  async #inHeaders(signal: AbortSignal) {
    const { answer } = await this.#options.caller.ask({
      service: 'magnum',
      type: 'container-infra',
      version: 'v1',
      method: 'GET',
      path: ['clusters'],
      query: { limit: '1' },
      signal,
    });
    const min = versionIn(answer, 'openstack-api-minimum-version');
    const max = versionIn(answer, 'openstack-api-maximum-version');
    return min && max ? { min, max } : undefined;
  }
}

function versionIn(answer: ServiceAnswer, name: string): string | undefined {
  return /^container-infra (\d+\.\d+)$/.exec(answer.header(name) ?? '')?.[1];
}
