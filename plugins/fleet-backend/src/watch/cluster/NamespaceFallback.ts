import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import { Reflector } from '../reflector/Reflector';

/** Which namespaces, and how one of them is watched. */
export interface NamespaceFallbackOptions {
  namespaces: string[];
  /** What was so when the last run ended. */
  before: 'watched' | 'covered' | 'unused';
  /** Only as long as `isHeard` what it tells counts. */
  reflectorOf(namespace: string, isHeard: () => boolean): Reflector;
  /** How a namespace is known that is not watched for itself any more. */
  tell(namespace: string, coverage: Coverage): void;
}

interface Running {
  stop: AbortController;
  reflectors: Reflector[];
}

/**
 * Watches some namespaces for themselves as long as a resource may not be listed
 * in all of them.
 */
export class NamespaceFallback {
  readonly #options: NamespaceFallbackOptions;
  readonly #ending = new Set<Promise<void>>();
  #running: Running | undefined;
  /** Namespaces are known for themselves, which has to be kept up to date. */
  #isCovered: boolean;
  #isNew = true;

  static create(options: NamespaceFallbackOptions): NamespaceFallback {
    return new NamespaceFallback(options);
  }

  private constructor(options: NamespaceFallbackOptions) {
    this.#options = options;
    this.#isCovered = options.before === 'covered';
  }

  /** How the resource is known in all namespaces. */
  follow(coverage: Coverage): void {
    const wasWatched = this.#isNew && this.#options.before === 'watched';
    this.#isNew = false;
    if (wasWatched || coverage.state === 'forbidden') {
      this.#start();
    } else if (coverage.state === 'live' || coverage.state === 'absent') {
      this.#stop();
    }
    if (this.#isCovered && !this.#running) {
      const { namespaces, tell } = this.#options;
      namespaces.forEach(namespace => tell(namespace, coverage));
    }
  }

  /** The server is another one, which counts its own versions. */
  startOver(): void {
    this.#running?.reflectors.forEach(reflector => reflector.startOver());
  }

  /** The cluster does not answer. */
  lost(message: string): void {
    this.#running?.reflectors.forEach(reflector => reflector.lost(message));
  }

  /** Ends what runs, and resolves when it has. */
  async close(): Promise<void> {
    this.#stop();
    await Promise.all(this.#ending);
  }

  #start(): void {
    if (this.#running) {
      return;
    }
    const { namespaces, reflectorOf } = this.#options;
    const stop = new AbortController();
    const isHeard = () => !stop.signal.aborted;
    const reflectors = namespaces.map(name => reflectorOf(name, isHeard));
    this.#isCovered = true;
    this.#running = { stop, reflectors };
    for (const reflector of reflectors) {
      const ending = reflector
        .run(stop.signal)
        .finally(() => this.#ending.delete(ending));
      this.#ending.add(ending);
    }
  }

  #stop(): void {
    this.#running?.stop.abort();
    this.#running = undefined;
  }
}
