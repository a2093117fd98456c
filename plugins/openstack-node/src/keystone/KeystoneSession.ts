import { Clock } from '@slipway/backstage-plugin-fleet-node';
import {
  isCredentialRefused,
  isTransientOpenStackError,
  OpenStackError,
} from '../errors';
import { CallOptions } from '../transport/CallOptions';
import { Exchange } from '../transport/Exchange';
import { Secrets } from '../transport/Secrets';
import { ServiceRequest } from '../transport/ServiceRequest';
import { SharedTask } from '../transport/SharedTask';
import { CloudCredential } from './CloudCredential';
import { readToken } from './readToken';
import { toAuthBody } from './toAuthBody';
import { Token } from './Token';

/** What a session needs. */
export interface KeystoneSessionOptions {
  authUrl: string;
  credential: CloudCredential;
  exchange: Exchange;
  clock: Clock;
  secrets: Secrets;
}

interface Held {
  token: Token;
  renewAt: number;
  endsAt: number;
}

const PART_OF_LIFE = 0.8;
const ASK_AGAIN_AFTER_MS = 15_000;

// Keystone says the same words for all of them.
const WHAT_IS_WRONG = {
  password: 'user, password, project or a domain is wrong',
  'application-credential':
    'the application credential or its secret is wrong, or it has expired',
  token: 'the token is wrong or has expired: a new one has to be configured',
};

/** Has a token that is good; logs in once for all who want one. */
export class KeystoneSession {
  readonly #options: KeystoneSessionOptions;
  readonly #login = SharedTask.create(signal => this.#logIn(signal));
  #held: Held | undefined;

  static create(options: KeystoneSessionOptions): KeystoneSession {
    return new KeystoneSession(options);
  }

  private constructor(options: KeystoneSessionOptions) {
    this.#options = options;
  }

  async token(o: CallOptions = {}): Promise<Token> {
    const now = this.#options.clock.now();
    const held = this.#held;
    if (held && now < held.renewAt) {
      return held.token;
    }
    try {
      return await this.#login.join(o.signal);
    } catch (error) {
      if (held && now < held.endsAt && isTransientOpenStackError(error)) {
        // Keystone is away, but the token that we have is still good.
        held.renewAt = this.#options.clock.now() + ASK_AGAIN_AFTER_MS;
        return held.token;
      }
      throw error;
    }
  }

  /** Another token than the one that a service refused. */
  async renew(refused: Token, o: CallOptions = {}): Promise<Token> {
    if (this.#held?.token === refused) {
      this.#held = undefined;
    }
    return this.token(o);
  }

  async #logIn(signal: AbortSignal): Promise<Token> {
    const { credential, exchange, clock, secrets } = this.#options;
    const request = this.#requestFor(credential, signal);
    const answer = await exchange.ask(request).catch(error => {
      throw explain(error, credential);
    });
    const value =
      answer.header('x-subject-token') ??
      (credential.type === 'token' ? credential.token : undefined);
    if (value) {
      secrets.addToken(value);
    }
    const read = readToken({
      value,
      answer,
      body: exchange.readJson(request, answer),
    });
    if (read.outcome === 'unusable') {
      const { reason } = read;
      throw exchange.errorOf(request, { status: answer.status, reason });
    }
    const { token } = read;
    const now = clock.now();
    this.#held = {
      token,
      renewAt: now + token.lifeMs * PART_OF_LIFE,
      endsAt: now + token.lifeMs,
    };
    return token;
  }

  #requestFor(
    credential: CloudCredential,
    signal: AbortSignal,
  ): ServiceRequest {
    const url = new URL(`${this.#options.authUrl}/v3/auth/tokens`);
    const request = { service: 'keystone', url, signal } as const;
    if (credential.type === 'token' && !credential.project) {
      // What cannot be exchanged for another token can still be looked at.
      const { token } = credential;
      return {
        ...request,
        method: 'GET',
        headers: { 'x-auth-token': token, 'x-subject-token': token },
      };
    }
    return {
      ...request,
      method: 'POST',
      body: toAuthBody(credential),
      harmless: true,
    };
  }
}

function explain(error: unknown, { type }: CloudCredential): unknown {
  return isCredentialRefused(error)
    ? new OpenStackError({
        ...error,
        reason: `${error.reason} (${WHAT_IS_WRONG[type]})`,
      })
    : error;
}
