import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { OpenStackError } from '../errors';
import { describeFailure } from '../errors/describeFailure';
import { describeUnreadable } from '../errors/describeUnreadable';
import { isFromSomebodyElse } from '../errors/isFromSomebodyElse';
import { readReason } from '../errors/readReason';
import { DeadlineError } from './DeadlineError';
import { HttpTransport } from './HttpTransport';
import { parseRetryAfter } from './parseRetryAfter';
import { Secrets } from './Secrets';
import { ServiceAnswer } from './ServiceAnswer';
import { ServiceRequest } from './ServiceRequest';
import { withDeadline } from './withDeadline';

/** What an exchange needs. */
export interface ExchangeOptions {
  cloud: string;
  transport: HttpTransport;
  clock: Clock;
  secrets: Secrets;
}

/** What can be said about a failure. */
export interface FailureFacts {
  reason: string;
  status?: number;
  requestId?: string;
  transient?: boolean;
}

type Attempt =
  | { outcome: 'answered'; answer: ServiceAnswer }
  | {
      outcome: 'failed';
      error: OpenStackError;
      /** Whether to ask again; after how long, if the service says. */
      again: boolean;
      afterMs?: number;
    };

const READ_MS = 30_000;
const WRITE_MS = 60_000;
const PAUSES_MS = [250, 500, 1_000, 2_000];
const LONGEST_PAUSE_MS = 20_000;

/**
 * While Magnum destroys a cluster it cannot read it for a moment, and tells
 * whoever asks for clusters that their input is invalid.
 */
const BEING_DESTROYED =
  /Invalid input for field\/attribute master_count\. Value: '0'/;

/** Requests and their answers; what is no success is an OpenStackError. */
export class Exchange {
  readonly #options: ExchangeOptions;

  static create(options: ExchangeOptions): Exchange {
    return new Exchange(options);
  }

  private constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  /** Repeats what changes nothing, where that can help; nothing else ever. */
  async ask(request: ServiceRequest): Promise<ServiceAnswer> {
    const harmless = request.harmless ?? request.method === 'GET';
    for (const pauseMs of harmless ? PAUSES_MS : []) {
      const attempt = await this.#attempt(request);
      if (attempt.outcome === 'answered') {
        return attempt.answer;
      }
      const { error, again, afterMs = pauseMs } = attempt;
      if (!again || afterMs > LONGEST_PAUSE_MS) {
        throw error;
      }
      await this.#options.clock.sleep(afterMs, request.signal);
    }
    const last = await this.#attempt(request);
    if (last.outcome === 'failed') {
      throw last.error;
    }
    return last.answer;
  }

  /**
   * What an answer says.
   *
   * @throws OpenStackError when it is not JSON
   */
  readJson(request: ServiceRequest, answer: ServiceAnswer): unknown {
    try {
      return JSON.parse(answer.text);
    } catch {
      throw this.errorOf(request, {
        status: answer.status,
        requestId: requestIdOf(answer),
        reason: describeUnreadable(this.#options.secrets.hide(answer.text)),
        // Proxies in trouble answer so, and connections that end too early.
        transient: true,
      });
    }
  }

  /** An error about a request, without what must not be told. */
  errorOf(request: ServiceRequest, facts: FailureFacts): OpenStackError {
    const { service, method, url } = request;
    const { cloud, secrets } = this.#options;
    return new OpenStackError({
      ...facts,
      cloud,
      service,
      request: `${method} ${url.pathname}`,
      reason: secrets.hide(facts.reason),
    });
  }

  async #attempt(request: ServiceRequest): Promise<Attempt> {
    try {
      const answer = await this.#send(request);
      return answer.status >= 200 && answer.status < 300
        ? { outcome: 'answered', answer }
        : this.#refusal(request, answer);
    } catch (failure) {
      request.signal?.throwIfAborted();
      const error = this.errorOf(request, describeFailure(failure));
      // Who was silent for so long is not asked again at once.
      const again = error.transient && !(failure instanceof DeadlineError);
      return { outcome: 'failed', error, again };
    }
  }

  #refusal(request: ServiceRequest, answer: ServiceAnswer): Attempt {
    const { status } = answer;
    const reason = this.#reasonOf(answer);
    const destroyed =
      status === 400 &&
      request.method === 'GET' &&
      request.service === 'magnum' &&
      BEING_DESTROYED.test(reason);
    const error = this.errorOf(request, {
      status,
      requestId: requestIdOf(answer),
      reason,
      ...((destroyed || isFromSomebodyElse(request.service, answer)) && {
        transient: true,
      }),
    });
    return {
      outcome: 'failed',
      error,
      again: destroyed || [429, 502, 503, 504].includes(status),
      afterMs: parseRetryAfter(
        answer.header('retry-after'),
        answer.header('date'),
      ),
    };
  }

  #reasonOf(answer: ServiceAnswer): string {
    const { status, text } = answer;
    const location = answer.header('location');
    if (status >= 300 && status < 400 && status !== 300 && location) {
      return `it is said to be at ${withoutQuery(location)} instead`;
    }
    // Hidden before it is shortened: half a secret would not be recognized.
    return readReason({ status, text: this.#options.secrets.hide(text) });
  }

  async #send(request: ServiceRequest): Promise<ServiceAnswer> {
    const { clock, transport } = this.#options;
    const { method, url, headers, body, signal } = request;
    const milliseconds = method === 'GET' ? READ_MS : WRITE_MS;
    const answer = await withDeadline({ clock, milliseconds, signal }, ending =>
      transport.send({
        method,
        url,
        headers: {
          accept: 'application/json',
          'user-agent': 'slipway-openstack',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: ending,
      }),
    );
    return {
      status: answer.status,
      text: answer.text,
      header: name => [answer.headers[name]].flat()[0],
    };
  }
}

function requestIdOf(answer: ServiceAnswer): string | undefined {
  const id =
    answer.header('x-openstack-request-id') ??
    answer.header('x-compute-request-id');
  // It goes into log lines.
  return id && /^[\w-]{1,80}$/.test(id) ? id : undefined;
}

function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/s, '').slice(0, 200);
}
