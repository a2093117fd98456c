import { isCredentialRefused, OpenStackError } from '../errors';
import { findEndpoint } from '../keystone/findEndpoint';
import { KeystoneIdentity } from '../keystone/KeystoneIdentity';
import { KeystoneSession } from '../keystone/KeystoneSession';
import { Token } from '../keystone/Token';
import { CallOptions } from '../transport/CallOptions';
import { Exchange } from '../transport/Exchange';
import { ServiceAnswer } from '../transport/ServiceAnswer';
import { ServiceRequest } from '../transport/ServiceRequest';
import { encodePath } from './encodePath';
import { ServiceCall } from './ServiceCall';
import { withVersion } from './withVersion';

/** What calls of services need. */
export interface ServiceCallerOptions {
  authUrl: string;
  exchange: Exchange;
  session: KeystoneSession;
  interface: string;
  region?: string;
}

/** An answer together with what was asked. */
export interface AnsweredCall {
  request: ServiceRequest;
  answer: ServiceAnswer;
}

/** Finds services in the catalogue and calls them with a good token. */
export class ServiceCaller {
  readonly #options: ServiceCallerOptions;

  static create(options: ServiceCallerOptions): ServiceCaller {
    return new ServiceCaller(options);
  }

  private constructor(options: ServiceCallerOptions) {
    this.#options = options;
  }

  /** As the catalogue has it. */
  async endpoint(type: string, o: CallOptions = {}): Promise<URL> {
    return this.#endpointFor(type, await this.#options.session.token(o));
  }

  /** The one that everything happens in. */
  async project(o: CallOptions = {}): Promise<KeystoneIdentity> {
    return (await this.#options.session.token(o)).project;
  }

  async ask(call: ServiceCall): Promise<AnsweredCall> {
    const { session } = this.#options;
    const token = await session.token(call);
    try {
      return await this.#askWith(token, call);
    } catch (error) {
      if (!isCredentialRefused(error) || error.service !== call.service) {
        throw error;
      }
    }
    // Refused before anything was done: safe to repeat, whatever it is.
    const other = await session.renew(token, call);
    return this.#askWith(other, call).catch(error => {
      throw explain(error);
    });
  }

  /** What a service says to a GET. */
  async read(call: Omit<ServiceCall, 'method' | 'body'>): Promise<unknown> {
    const { request, answer } = await this.ask({ ...call, method: 'GET' });
    return this.#options.exchange.readJson(request, answer);
  }

  async #askWith(token: Token, call: ServiceCall): Promise<AnsweredCall> {
    const base = this.#endpointFor(call.type, token);
    const url = new URL(
      `${withVersion(base, call.version)}/${encodePath(call.path)}`,
    );
    url.search = new URLSearchParams(call.query).toString();
    const request: ServiceRequest = {
      service: call.service,
      method: call.method,
      url,
      headers: { ...call.headers, ...token.headers() },
      body: call.body,
      signal: call.signal,
    };
    return { request, answer: await this.#options.exchange.ask(request) };
  }

  #endpointFor(type: string, token: Token): URL {
    const { authUrl, exchange, region } = this.#options;
    const found = findEndpoint({
      catalog: token.catalog,
      type,
      interface: this.#options.interface,
      region,
    });
    if (found.outcome === 'found') {
      return found.url;
    }
    const url = new URL(`${authUrl}/v3/auth/tokens`);
    const { reason } = found;
    throw exchange.errorOf(
      { service: 'keystone', method: 'POST', url },
      { reason },
    );
  }
}

function explain(error: unknown): unknown {
  return isCredentialRefused(error) && error.service !== 'keystone'
    ? new OpenStackError({
        ...error,
        reason: `${error.reason} (the token is fresh from Keystone; access rules of an application credential may not allow this)`,
      })
    : error;
}
