import { OpenStackError } from '../errors';
import { fieldOf } from '../json/fieldOf';
import { isObject } from '../json/isObject';
import { collectPages } from '../services/collectPages';
import { markerIn } from '../services/markerIn';
import { AnsweredCall, ServiceCaller } from '../services/ServiceCaller';
import { CallOptions } from '../transport/CallOptions';
import { Exchange } from '../transport/Exchange';
import { MagnumMicroversion } from './bodies';
import { compareMicroversions } from './compareMicroversions';
import { MagnumCall, MagnumRead } from './MagnumCall';
import { MicroversionNegotiator } from './MicroversionNegotiator';

/** What calls of Magnum need. */
export interface MagnumApiOptions {
  caller: ServiceCaller;
  exchange: Exchange;
  negotiator: MicroversionNegotiator;
}

const PAGE_SIZE = '200';
const NO_LONGER_SUPPORTED = /microversion is unsupported/;

/** How answers of Magnum are asked for and understood. */
export class MagnumApi {
  readonly #options: MagnumApiOptions;

  static create(options: MagnumApiOptions): MagnumApi {
    return new MagnumApi(options);
  }

  private constructor(options: MagnumApiOptions) {
    this.#options = options;
  }

  microversion(o: CallOptions): Promise<MagnumMicroversion> {
    return this.#options.negotiator.versions(o);
  }

  /** An object that has the fields. */
  get<T>(call: MagnumRead, ...fields: (keyof T & string)[]): Promise<T> {
    return this.send<T>({ ...call, method: 'GET' }, ...fields);
  }

  /** A change that is answered with an object that has the fields. */
  async send<T>(call: MagnumCall, ...fields: (keyof T & string)[]): Promise<T> {
    const answered = await this.#ask(call);
    const body = this.#json(answered);
    if (!hasFields<T>(body, fields)) {
      throw this.#unexpected(answered, `no object with ${fields.join(', ')}`);
    }
    return body;
  }

  /** All pages of a list of objects that have the fields. */
  list<T>(
    call: MagnumRead & { paged?: boolean },
    key: string,
    ...fields: (keyof T & string)[]
  ): Promise<T[]> {
    const { paged = false, ...rest } = call;
    return collectPages<T>(async marker => {
      const answered = await this.#ask({
        ...rest,
        method: 'GET',
        query: {
          ...rest.query,
          ...(paged && { limit: PAGE_SIZE }),
          ...(marker && { marker }),
        },
      });
      const body = this.#json(answered);
      const items = fieldOf(body, key);
      if (
        !Array.isArray(items) ||
        !items.every(item => hasFields<T>(item, fields))
      ) {
        throw this.#unexpected(answered, `no list of ${key}`);
      }
      return { items, marker: markerIn(fieldOf(body, 'next')) };
    });
  }

  /** A change whose answer says nothing. */
  async order(call: MagnumCall): Promise<void> {
    await this.#ask(call);
  }

  remove(call: Omit<MagnumCall, 'method'>): Promise<void> {
    return this.order({ ...call, method: 'DELETE' });
  }

  /** A certificate. */
  async pem(call: MagnumCall): Promise<string> {
    const { pem } = await this.send<{ pem: string }>(call, 'pem');
    return pem;
  }

  async #ask(call: MagnumCall): Promise<AnsweredCall> {
    try {
      return await this.#askOnce(call);
    } catch (error) {
      const refused =
        error instanceof OpenStackError &&
        error.status === 406 &&
        NO_LONGER_SUPPORTED.test(error.reason);
      if (!refused) {
        throw error;
      }
    }
    // Refused before anything was done: safe to repeat, whatever it is.
    this.#options.negotiator.forget();
    return this.#askOnce(call);
  }

  async #askOnce(call: MagnumCall): Promise<AnsweredCall> {
    const { caller, exchange, negotiator } = this.#options;
    const { since, ...rest } = call;
    const { used, max } = await negotiator.versions(call);
    if (since && compareMicroversions(used, since) < 0) {
      const url = new URL(`http://magnum/v1/${call.path.join('/')}`);
      const has =
        compareMicroversions(max, since) < 0
          ? `the cloud has ${max}`
          : `${used} is the newest that may be used`;
      throw exchange.errorOf(
        { service: 'magnum', method: call.method, url },
        { status: 406, reason: `needs microversion ${since}, ${has}` },
      );
    }
    return caller.ask({
      ...rest,
      service: 'magnum',
      type: 'container-infra',
      version: 'v1',
      headers: { 'openstack-api-version': `container-infra ${used}` },
    });
  }

  #json({ request, answer }: AnsweredCall): unknown {
    return this.#options.exchange.readJson(request, answer);
  }

  #unexpected({ request, answer }: AnsweredCall, what: string) {
    return this.#options.exchange.errorOf(request, {
      status: answer.status,
      reason: `the answer is not what was asked for: ${what}`,
    });
  }
}

function hasFields<T>(
  body: unknown,
  fields: (keyof T & string)[],
): body is T & Record<string, unknown> {
  return (
    isObject(body) &&
    fields.every(field => body[field] !== undefined && body[field] !== null)
  );
}
