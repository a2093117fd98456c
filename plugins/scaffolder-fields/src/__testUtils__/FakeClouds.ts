import { ResponseError } from '@backstage/errors';
import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import { Choice } from '../choices';

type Request = Parameters<NonNullable<ScaffolderApi['autocomplete']>>[0];
type Answer = Choice[] | { status: number; name: string; message: string };

/** Answers what forms ask of clouds, by `<resource>` or `<resource>@<cloud>`. */
export class FakeClouds {
  readonly requests: Request[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #blocked: (() => void)[] = [];
  #isBlocked = false;

  static create(answers: Record<string, Choice[]> = {}): FakeClouds {
    const clouds = new FakeClouds();
    Object.entries(answers).forEach(([key, answer]) => clouds.set(key, answer));
    return clouds;
  }

  private constructor() {}

  set(key: string, answer: Answer): void {
    this.#answers.set(key, answer);
  }

  /** Lets nobody wait any more. */
  release(): void {
    this.#isBlocked = false;
    this.#blocked.splice(0).forEach(go => go());
  }

  /** Whoever asks waits from now on. */
  block(): void {
    this.#isBlocked = true;
  }

  async autocomplete(request: Request): Promise<{ results: Choice[] }> {
    this.requests.push(request);
    if (this.#isBlocked) {
      await new Promise<void>(resolve => this.#blocked.push(resolve));
    }
    const { resource, context } = request;
    const answer =
      this.#answers.get(`${resource}@${context.cloud}`) ??
      this.#answers.get(resource) ??
      [];
    if (Array.isArray(answer)) {
      return { results: answer };
    }
    const { status, name, message } = answer;
    throw await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name, message },
          response: { statusCode: status },
        }),
        {
          status,
          headers: { 'content-type': 'application/json' },
        },
      ) as Parameters<typeof ResponseError.fromResponse>[0],
    );
  }
}
