import { setTimeout as delay } from 'node:timers/promises';
import { Probe } from '../types';
import { ProbeTarget } from './ProbeTarget';
import { HandlerResult, runHandler } from './runHandler';

export interface RunProbeOptions {
  probe: Probe;
  target: ProbeTarget;
  /** Resolves when the process listens on its first port. */
  listening: Promise<void>;
  signal: AbortSignal;
  /** Every single failure, for the event. */
  onFailure: (output: string) => void;
  /** The thresholds were reached. */
  onResult: (healthy: boolean) => void;
}

const QUICK_RETRY_MS = 100;

/**
 * Probes a container until `signal` aborts.
 *
 * A process needs a moment until it listens. A kubelet that asks too early waits
 * for a whole period; this one waits for the first port, for one period at most,
 * and asks again quickly in that time, so that a push is not slowed down.
 */
export async function runProbe(options: RunProbeOptions): Promise<void> {
  const { probe, signal } = options;
  const periodMs = (probe.periodSeconds ?? 10) * 1000;
  try {
    await delay((probe.initialDelaySeconds ?? 0) * 1000, undefined, { signal });
    await firstPort(options.listening, periodMs, signal);
    await probeForEver(options, periodMs);
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}

async function probeForEver(
  options: RunProbeOptions,
  periodMs: number,
): Promise<void> {
  const { probe, target, signal, onFailure, onResult } = options;
  const timeoutMs = (probe.timeoutSeconds ?? 1) * 1000;
  const quickUntil = Date.now() + periodMs;
  let last: HandlerResult['outcome'] | undefined;
  let streak = 0;
  let everHealthy = false;
  while (!signal.aborted) {
    const result = await runHandler(probe, target, { timeoutMs, signal });
    if (signal.aborted) {
      return;
    }
    const quick = !everHealthy && Date.now() < quickUntil;
    if (result.outcome === 'failure' && quick) {
      await delay(QUICK_RETRY_MS, undefined, { signal });
      continue;
    }
    if (result.outcome === 'failure') {
      onFailure(result.output);
    }
    streak = last === result.outcome ? streak + 1 : 1;
    last = result.outcome;
    const healthy = result.outcome === 'success';
    const threshold = healthy
      ? probe.successThreshold ?? 1
      : probe.failureThreshold ?? 3;
    if (streak >= threshold) {
      everHealthy ||= healthy;
      onResult(healthy);
    }
    await delay(periodMs, undefined, { signal });
  }
}

async function firstPort(
  listening: Promise<void>,
  periodMs: number,
  signal: AbortSignal,
): Promise<void> {
  const enough = new AbortController();
  await Promise.race([
    listening,
    delay(periodMs, undefined, {
      signal: AbortSignal.any([signal, enough.signal]),
    }).catch(() => {}),
  ]);
  enough.abort();
}
