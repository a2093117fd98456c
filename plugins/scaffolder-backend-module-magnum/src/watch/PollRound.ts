import { ClusterPoll } from './ClusterPoll';

/** A poll that everybody who waits for one shares; it ends when all have left. */
export class PollRound {
  readonly #abort = new AbortController();
  readonly #poll: Promise<ClusterPoll>;
  #joined = 0;

  static begin(poll: (signal: AbortSignal) => Promise<ClusterPoll>): PollRound {
    return new PollRound(poll);
  }

  private constructor(poll: (signal: AbortSignal) => Promise<ClusterPoll>) {
    this.#poll = poll(this.#abort.signal);
    // Nobody listens any more to one that everybody has left.
    this.#poll.catch(() => {});
  }

  /** Whether nobody waits for it any more. */
  get isLeft(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Rejects at once when the signal is aborted. */
  async join(signal: AbortSignal | undefined): Promise<ClusterPoll> {
    this.#joined += 1;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal?.reason);
      signal?.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([this.#poll, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#joined -= 1;
      if (this.#joined === 0) {
        this.#abort.abort();
      }
    }
  }
}
