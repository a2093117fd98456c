import {
  Clock,
  listOf,
  textOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node';
import { describeError } from '../transport/describeError';
import { ClusterTransport } from '../transport/ClusterTransport';
import { CredentialsError } from '../transport/CredentialsError';
import { JsonResponse, requestJson } from '../transport/requestJson';
import { judgeStatus } from '../reflector/judgeStatus';
import { Failure } from '../reflector/Outcome';

/** What is looked for. */
export interface SoughtResource {
  group: string;
  /** In order of preference. */
  versions: string[];
  plural: string;
}

/** How it is looked for. */
export interface FindOptions {
  /** What was found before turned out to be wrong. */
  again: boolean;
  signal: AbortSignal;
}

type Answer = { plurals: Set<string> } | Failure;

const ALLOWANCE_MS = 15_000;
const FRESH_MS = 10_000;

/** Finds under which version a cluster serves a resource. */
export class ResourceFinder {
  readonly #transport: ClusterTransport;
  readonly #clock: Clock;
  /** Answers of the last seconds: many resources share a group. */
  readonly #answers = new Map<
    string,
    { at: number; answer: Promise<Answer> }
  >();

  static create(options: {
    transport: ClusterTransport;
    clock: Clock;
  }): ResourceFinder {
    return new ResourceFinder(options);
  }

  private constructor(options: { transport: ClusterTransport; clock: Clock }) {
    this.#transport = options.transport;
    this.#clock = options.clock;
  }

  /** Path of the collection below the server. */
  async find(
    resource: SoughtResource,
    options: FindOptions,
  ): Promise<{ path: string } | Failure> {
    const { group, versions, plural } = resource;
    for (const version of versions) {
      const base = group ? `/apis/${group}/${version}` : `/api/${version}`;
      const answer = await this.#ask(base, options);
      const isServed =
        'plurals' in answer
          ? answer.plurals.has(plural)
          : // Whoever may not discover may still read.
            answer.kind === 'forbidden';
      if (isServed) {
        return { path: `${base}/${plural}` };
      }
      if ('kind' in answer && answer.kind !== 'absent') {
        return answer;
      }
    }
    const name = group ? `${plural}.${group}` : plural;
    return { kind: 'absent', message: `${name} is not served` };
  }

  #ask(path: string, { again, signal }: FindOptions): Promise<Answer> {
    const known = this.#answers.get(path);
    if (known && !again && this.#clock.now() - known.at < FRESH_MS) {
      return known.answer;
    }
    const answer = this.#request(path, signal);
    this.#answers.set(path, { at: this.#clock.now(), answer });
    answer.then(got => {
      if ('kind' in got) {
        this.#answers.delete(path);
      }
    });
    return answer;
  }

  async #request(path: string, signal: AbortSignal): Promise<Answer> {
    let response: JsonResponse;
    try {
      response = await requestJson({
        transport: this.#transport,
        clock: this.#clock,
        signals: [signal],
        allowanceMs: ALLOWANCE_MS,
        method: 'GET',
        path,
      });
    } catch (error) {
      const message = describeError(error);
      return error instanceof CredentialsError
        ? { kind: 'refused', message }
        : { kind: 'trouble', message, opened: false };
    }
    const { status, body } = response;
    if (status !== 200) {
      return judgeStatus({ status, body });
    }
    if (!Array.isArray(valueAt(body, 'resources'))) {
      return {
        kind: 'trouble',
        message: `${path} does not say what it serves`,
        opened: false,
      };
    }
    const plurals = listOf(body, 'resources').flatMap(
      entry => textOf(entry, 'name') ?? [],
    );
    return { plurals: new Set(plurals) };
  }
}
