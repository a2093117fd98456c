import { Clock, systemClock } from './Clock';
import { formatElapsed } from './formatElapsed';

/** What a look at something found: its end, or how far it is. @public */
export type Look<R> = { result: R } | { progress: string };

/**
 * What is waited for, for how long, and who hears of it.
 *
 * @public
 */
export interface WaitUntilOptions<R> {
  /** Asks the upstream; what it throws ends the wait. */
  look(): Promise<Look<R>>;
  /** After how many milliseconds no further look is taken. */
  timeoutMs: number;
  /** Gets each new progress once, with the time since the start. */
  log(line: string): void;
  /** Ends the waiting at once, with the signal's reason. */
  signal?: AbortSignal;
  /**
   * What pauses and the timeout are measured by.
   * @defaultValue {@link systemClock}
   */
  clock?: Clock;
}

/** How a wait ended; `progress` is what was seen last. @public */
export type WaitUntilResult<R> =
  | { outcome: 'done'; result: R; elapsedMs: number }
  | { outcome: 'timed-out'; progress: string };

const PAUSE_MS = 1_000;

/**
 * Looks once a second until there is a result, and says in the log how far it
 * is, in the upstream's own words.
 *
 * @public
 */
export async function waitUntil<R>(
  options: WaitUntilOptions<R>,
): Promise<WaitUntilResult<R>> {
  const clock = options.clock ?? systemClock;
  const started = clock.now();
  let said = '';
  for (;;) {
    const seen = await options.look();
    const elapsedMs = clock.now() - started;
    if ('result' in seen) {
      return { outcome: 'done', result: seen.result, elapsedMs };
    }
    if (seen.progress !== said) {
      said = seen.progress;
      options.log(`${said} (${formatElapsed(elapsedMs)})`);
    }
    if (elapsedMs >= options.timeoutMs) {
      return { outcome: 'timed-out', progress: said };
    }
    await clock.sleep(PAUSE_MS, options.signal);
  }
}
