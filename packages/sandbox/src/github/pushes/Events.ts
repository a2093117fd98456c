import { EventEmitter } from 'node:events';
import { GitHubEventMap, GitHubEvents } from '../types';

/** Tells listeners what happened; one that throws does not hold up the others. */
export class Events implements GitHubEvents {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #log: (line: string) => void;

  static create(log: (line: string) => void): Events {
    return new Events(log);
  }

  private constructor(log: (line: string) => void) {
    this.#log = log;
  }

  on<E extends keyof GitHubEventMap>(
    event: E,
    listener: (payload: GitHubEventMap[E]) => void,
  ): () => void {
    const guarded = (payload: GitHubEventMap[E]) => {
      try {
        listener(payload);
      } catch (error) {
        this.#log(`github: a listener of ${event} failed: ${error}`);
      }
    };
    this.#emitter.on(event, guarded);
    return () => this.#emitter.off(event, guarded);
  }

  emit<E extends keyof GitHubEventMap>(
    event: E,
    payload: GitHubEventMap[E],
  ): void {
    this.#emitter.emit(event, payload);
  }
}
