import {
  formatElapsed,
  systemClock,
  waitUntil,
} from '@slipway/backstage-plugin-fleet-node';
import { Application } from './Application';
import { findApplication, FindApplicationOptions } from './findApplication';
import { judgeApplication, JudgeApplicationOptions } from './judgeApplication';

export interface WaitForApplicationOptions
  extends JudgeApplicationOptions,
    FindApplicationOptions {
  timeoutMs: number;
}

export type WaitForApplicationResult =
  | { outcome: 'ready'; application: Application }
  | { outcome: 'failed' | 'timed-out'; message: string };

/**
 * Errors come and go while an Application, its AppProject and its cluster
 * arrive one after the other; one that stays this long is believed.
 */
const BELIEVE_AFTER_MS = 10_000;

/** Waits until an Application is synced and healthy, or has failed. */
export async function waitForApplication(
  options: WaitForApplicationOptions,
): Promise<WaitForApplicationResult> {
  const { log, name, timeoutMs } = options;
  const clock = options.clock ?? systemClock;
  let said = { message: '', at: clock.now() };
  const waited = await waitUntil<WaitForApplicationResult>({
    ...options,
    async look() {
      const application = await findApplication(options);
      const state = judgeApplication(application, options);
      if (state.verdict === 'ready') {
        return { result: { outcome: 'ready', application: application! } };
      }
      const message = `Application ${name}: ${state.message}`;
      if (message !== said.message) {
        said = { message, at: clock.now() };
      }
      const isBelieved =
        state.verdict === 'troubled' &&
        clock.now() - said.at >= BELIEVE_AFTER_MS;
      return state.verdict === 'failed' || isBelieved
        ? { result: { outcome: 'failed', message } }
        : { progress: message };
    },
  });
  if (waited.outcome === 'timed-out') {
    const time = formatElapsed(timeoutMs);
    return {
      outcome: 'timed-out',
      message: `${waited.progress}; not ready within ${time}`,
    };
  }
  if (waited.result.outcome === 'ready') {
    const elapsed = formatElapsed(waited.elapsedMs);
    log(`Application ${name} is Synced and Healthy after ${elapsed}`);
  }
  return waited.result;
}
