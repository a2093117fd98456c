import fs from 'node:fs';
import path from 'node:path';
import { badRequest } from '../../kubernetes/errors';
import { ContainerStatus } from '../types';
import { ContainerLog, LogLine } from './ContainerLog';

/** What the API server's log endpoint asks for. */
export interface PodLogRequest {
  namespace: string;
  pod: string;
  container: string;
  follow?: boolean;
  previous?: boolean;
  tailLines?: number;
  sinceSeconds?: number;
  timestamps?: boolean;
  signal: AbortSignal;
}

export interface PodLogStoreOptions {
  /** Has a folder for each pod, named after its UID. */
  folder: string;
  /** Finds a container, with its newest status. */
  find: (
    namespace: string,
    pod: string,
    container: string,
  ) => { uid: string; status?: ContainerStatus } | undefined;
  now: () => Date;
}

// The run of now and the one before can be asked for.
const RUNS_KEPT = 2;

/** The logs of all pods of a node. */
export class PodLogStore {
  readonly #options: PodLogStoreOptions;
  readonly #open = new Map<string, ContainerLog>();

  static create(options: PodLogStoreOptions): PodLogStore {
    return new PodLogStore(options);
  }

  private constructor(options: PodLogStoreOptions) {
    this.#options = options;
  }

  /** The log for the next run of a container; old ones are removed. */
  begin(uid: string, container: string, run: number): ContainerLog {
    for (let old = run - RUNS_KEPT; old >= 0; old--) {
      const file = this.#file(uid, container, old);
      this.#open.delete(file);
      fs.rmSync(file, { force: true });
      fs.rmSync(`${file}.1`, { force: true });
    }
    const file = this.#file(uid, container, run);
    const log = ContainerLog.open(file, this.#options.now);
    this.#open.set(file, log);
    return log;
  }

  /** Forgets the logs of a pod that is gone; its folder is its owner's. */
  forget(uid: string): void {
    const prefix = `${path.join(this.#options.folder, uid)}${path.sep}`;
    for (const file of [...this.#open.keys()]) {
      if (file.startsWith(prefix)) {
        this.#open.delete(file);
      }
    }
  }

  /** The lines, each with its line end; refuses in the kubelet's words. */
  async *read(request: PodLogRequest): AsyncGenerator<string> {
    const log = this.#find(request);
    const lines = log.read();
    const { tailLines, sinceSeconds, follow, signal } = request;
    const since =
      sinceSeconds === undefined
        ? undefined
        : this.#options.now().getTime() - sinceSeconds * 1000;
    let first = lines.findIndex(
      line => since === undefined || Date.parse(line.at) >= since,
    );
    first = first < 0 ? lines.length : first;
    if (tailLines !== undefined) {
      first = Math.max(first, lines.length - tailLines);
    }
    let index = 0;
    for await (const line of follow ? log.follow(signal) : lines) {
      if (signal.aborted) {
        return;
      }
      if (index >= first) {
        yield format(line, request.timestamps);
      }
      index += 1;
    }
  }

  #find(request: PodLogRequest): ContainerLog {
    const { namespace, pod, container, previous } = request;
    const { uid, status } = this.#options.find(namespace, pod, container) ?? {};
    const run = status && runOf(status, Boolean(previous));
    if (!uid || run === undefined) {
      const reason = status?.state.waiting?.reason ?? 'ContainerCreating';
      throw badRequest(
        previous
          ? `previous terminated container "${container}" in pod "${pod}" not found`
          : `container "${container}" in pod "${pod}" is waiting to start: ${reason}`,
      );
    }
    const file = this.#file(uid, container, run);
    const known = this.#open.get(file);
    if (known) {
      return known;
    }
    // Of a run that a former life of the sandbox ended.
    const log = ContainerLog.open(file, this.#options.now);
    log.end();
    return log;
  }

  #file(uid: string, container: string, run: number): string {
    return path.join(this.#options.folder, uid, container, `${run}.log`);
  }
}

/** Which run's log is meant; a waiting container shows how it ended last. */
function runOf(status: ContainerStatus, previous: boolean) {
  const { state, lastState, restartCount } = status;
  if (state.waiting) {
    return lastState.terminated ? restartCount : undefined;
  }
  if (!previous) {
    return restartCount;
  }
  return lastState.terminated ? restartCount - 1 : undefined;
}

function format(line: LogLine, timestamps?: boolean): string {
  return timestamps ? `${line.at} ${line.text}\n` : `${line.text}\n`;
}
