import { KubernetesApiError } from './KubernetesApiError';

export interface ControllerOptions {
  /** In log lines. */
  name: string;
  /**
   * Makes actual what is desired for one key. Runs for one key at a time, never
   * twice at once for the same. Return milliseconds to be asked again.
   */
  reconcile: (key: string, signal: AbortSignal) => Promise<number | void>;
  signal: AbortSignal;
  log: (line: string) => void;
  /** How many keys at once. @default 4 */
  workers?: number;
}

export interface Controller {
  /** Asks for a reconciliation; requests for a waiting key are one. */
  enqueue(key: string, afterMs?: number): void;
  /** Nothing is waiting or running, except for a time. */
  readonly idle: boolean;
}

const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 10_000;

/** A work queue with the manners of Kubernetes' own controllers. */
export function startController(options: ControllerOptions): Controller {
  const { name, reconcile, signal, log, workers = 4 } = options;
  const waiting = new Set<string>();
  const running = new Set<string>();
  const failures = new Map<string, number>();
  const timers = new Map<string, { at: number; timer: NodeJS.Timeout }>();

  signal.addEventListener('abort', () => {
    waiting.clear();
    timers.forEach(({ timer }) => clearTimeout(timer));
    timers.clear();
  });

  function enqueue(key: string, afterMs = 0) {
    if (signal.aborted) {
      return;
    }
    if (afterMs > 0) {
      enqueueLater(key, afterMs);
      return;
    }
    waiting.add(key);
    work();
  }

  function enqueueLater(key: string, afterMs: number) {
    const at = Date.now() + afterMs;
    const planned = timers.get(key);
    if (planned && planned.at <= at) {
      return;
    }
    clearTimeout(planned?.timer);
    const timer = setTimeout(() => {
      timers.delete(key);
      enqueue(key);
    }, afterMs);
    timers.set(key, { at, timer });
  }

  function work() {
    for (const key of waiting) {
      if (running.size >= workers) {
        return;
      }
      if (!running.has(key)) {
        waiting.delete(key);
        running.add(key);
        runOne(key);
      }
    }
  }

  async function runOne(key: string) {
    try {
      const againMs = await reconcile(key, signal);
      failures.delete(key);
      if (againMs) {
        enqueueLater(key, againMs);
      }
    } catch (error) {
      retry(key, error as Error);
    }
    running.delete(key);
    work();
  }

  function retry(key: string, error: Error) {
    if (signal.aborted) {
      return;
    }
    const count = (failures.get(key) ?? 0) + 1;
    failures.set(key, count);
    // Somebody else was faster: that is how optimistic locking works.
    const expected =
      error instanceof KubernetesApiError && error.reason === 'Conflict';
    if (!expected) {
      log(`${name}: ${key}: ${error.message}`);
    }
    enqueueLater(
      key,
      Math.min(FIRST_RETRY_MS * 2 ** (count - 1), LAST_RETRY_MS),
    );
  }

  return {
    enqueue,
    get idle() {
      return waiting.size === 0 && running.size === 0;
    },
  };
}
