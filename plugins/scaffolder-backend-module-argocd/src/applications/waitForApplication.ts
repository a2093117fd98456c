import {
  Clock,
  formatElapsed,
  retry,
  systemClock,
} from '@slipway/backstage-plugin-fleet-node';
import { Hub, isTransientHubError } from '../hubs';
import { Application, applicationReference } from './Application';
import { judgeApplication, JudgeApplicationOptions } from './judgeApplication';

export interface WaitForApplicationOptions extends JudgeApplicationOptions {
  hub: Hub;
  name: string;
  timeoutMs: number;
  log(line: string): void;
  signal?: AbortSignal;
  clock?: Clock;
}

export type WaitForApplicationResult =
  | { outcome: 'ready'; application: Application }
  | { outcome: 'failed' | 'timed-out'; message: string };

const PAUSE_MS = 1_000;

/**
 * Errors come and go while an Application, its AppProject and its cluster
 * arrive one after the other; one that stays this long is believed.
 */
const BELIEVE_AFTER_MS = 10_000;

/** Waits until an Application is synced and healthy, or has failed. */
export async function waitForApplication(
  options: WaitForApplicationOptions,
): Promise<WaitForApplicationResult> {
  const { hub, name } = options;
  const clock = options.clock ?? systemClock;
  const started = clock.now();
  let said = { message: '', at: started };
  for (;;) {
    const application = await retry(
      () => hub.find<Application>(applicationReference(name)),
      {
        what: `ask the hub ${hub.name} for the Application ${name}`,
        isTransient: isTransientHubError,
        log: options.log,
        signal: options.signal,
        clock,
      },
    );
    const state = judgeApplication(application, options);
    const now = clock.now();
    if (state.verdict === 'ready' && application) {
      options.log(
        `Application ${name} is Synced and Healthy after ${formatElapsed(
          now - started,
        )}`,
      );
      return { outcome: 'ready', application };
    }
    const message = 'message' in state ? state.message : '';
    if (message !== said.message) {
      said = { message, at: now };
      options.log(
        `Application ${name}: ${message} (${formatElapsed(now - started)})`,
      );
    }
    const believed =
      state.verdict === 'troubled' && now - said.at >= BELIEVE_AFTER_MS;
    if (state.verdict === 'failed' || believed) {
      return { outcome: 'failed', message: `Application ${name}: ${message}` };
    }
    if (now - started >= options.timeoutMs) {
      return {
        outcome: 'timed-out',
        message: `Application ${name} was not ready within ${formatElapsed(
          options.timeoutMs,
        )}. It says: ${message}`,
      };
    }
    await clock.sleep(PAUSE_MS, options.signal);
  }
}
