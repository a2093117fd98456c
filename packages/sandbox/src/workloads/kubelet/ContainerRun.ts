import fs from 'node:fs';
import path from 'node:path';
import { GuardedChild, spawnGuarded } from '../../processes/spawnGuarded';
import { ContainerLog } from '../logs/ContainerLog';
import { Container, Probe } from '../types';
import { commandOf } from './commandOf';
import { ContainerHost } from './ContainerHost';
import { Image } from './Images';
import { processEnvironment } from './processEnvironment';
import { ProbeTarget } from './ProbeTarget';
import { runHandler } from './runHandler';
import { runProbe } from './runProbe';
import { terminationMessage } from './terminationMessage';

export interface ContainerRunOptions {
  host: ContainerHost;
  container: Container;
  image: Image;
  log: ContainerLog;
  onReadiness: (ready: boolean) => void;
  /** The startup probe has succeeded, or there is none. */
  onStarted: () => void;
}

const CRASH = [
  '--eval',
  'console.error("fatal: broken on purpose (image-crashes)"); process.exit(1)',
];

/** One run of a container, from the start of its process to its end. */
export class ContainerRun {
  readonly #options: ContainerRunOptions;
  readonly #ended = new AbortController();
  readonly #root: string;
  #child?: GuardedChild;
  #cwd = '';
  #environment: Record<string, string> = {};
  #exited!: Promise<{ exitCode: number; message?: string }>;
  #restarting = false;

  static create(options: ContainerRunOptions): ContainerRun {
    return new ContainerRun(options);
  }

  private constructor(options: ContainerRunOptions) {
    this.#options = options;
    this.#root = path.join(options.host.folder, options.container.name, 'root');
  }

  get exited(): Promise<{ exitCode: number; message?: string }> {
    return this.#exited;
  }

  /** Starts the process; returns why the runtime refuses to. */
  async start(signal: AbortSignal): Promise<string | undefined> {
    const { host, container, image, log } = this.#options;
    // Every run begins with the image's files, whatever the last one wrote.
    await fs.promises.rm(this.#root, { recursive: true, force: true });
    await fs.promises.cp(image.folder, this.#root, { recursive: true });
    signal.throwIfAborted();
    // Without one, Node takes the next one above for the image's own.
    fs.writeFileSync(path.join(host.folder, 'package.json'), '{}\n');
    host.mount(container, this.#root);
    host.ports.reset(container.name);

    const command = commandOf({ container, image, root: this.#root });
    if ('refusal' in command) {
      log.end();
      return command.refusal;
    }
    this.#cwd = command.cwd;
    fs.mkdirSync(this.#cwd, { recursive: true });
    this.#environment = processEnvironment({
      pod: host.pod(),
      container: container.name,
      image,
      folder: path.join(host.folder, container.name),
      portsFolder: host.ports.folder,
      own: host.environmentOf(container),
    });
    this.#child = spawnGuarded({
      command: process.execPath,
      args: host.crashes() ? CRASH : command.args,
      cwd: this.#cwd,
      env: this.#environment,
      onOutput: (chunk, stream) => log.append(chunk, stream),
    });
    this.#exited = this.#child.exited.then(exitCode => {
      this.#ended.abort();
      log.end();
      host.ports.reset(container.name);
      return {
        exitCode,
        message: terminationMessage(container, exitCode, log),
      };
    });
    return undefined;
  }

  /** Begins to ask how the process is. */
  probe(): void {
    const { container } = this.#options;
    if (container.startupProbe) {
      this.#runProbe('Startup', container.startupProbe, (healthy, stop) => {
        stop();
        if (healthy) {
          this.#afterStart();
        } else {
          this.#kill('startup');
        }
      });
    } else {
      this.#afterStart();
    }
  }

  async stop(graceMs: number): Promise<void> {
    const { container, host } = this.#options;
    const { preStop } = container.lifecycle ?? {};
    const until = Date.now() + graceMs;
    if (preStop && !this.#ended.signal.aborted) {
      const signal = AbortSignal.any([
        this.#ended.signal,
        AbortSignal.timeout(graceMs),
      ]);
      const handler = preStop.sleep
        ? { exec: { command: ['sleep', String(preStop.sleep.seconds)] } }
        : preStop;
      const result = await runHandler(handler, this.#target(), {
        timeoutMs: graceMs,
        signal,
      });
      if (result.outcome === 'failure') {
        this.#say('FailedPreStopHook', 'PreStopHook failed');
      }
    }
    host.ports.reset(container.name);
    await this.#child?.stop(Math.max(0, until - Date.now()));
  }

  #afterStart() {
    const { container, onReadiness, onStarted } = this.#options;
    onStarted();
    if (container.readinessProbe) {
      this.#runProbe('Readiness', container.readinessProbe, onReadiness);
    }
    if (container.livenessProbe) {
      this.#runProbe('Liveness', container.livenessProbe, healthy => {
        if (!healthy) {
          this.#kill('liveness');
        }
      });
    }
  }

  #runProbe(
    kind: 'Startup' | 'Readiness' | 'Liveness',
    probe: Probe,
    onResult: (healthy: boolean, stop: () => void) => void,
  ) {
    const { host, container } = this.#options;
    const probing = new AbortController();
    const signal = AbortSignal.any([this.#ended.signal, probing.signal]);
    runProbe({
      probe,
      target: this.#target(),
      listening: host.ports.listening(container.name, signal),
      signal,
      onFailure: output =>
        this.#say('Unhealthy', `${kind} probe failed: ${output}`),
      onResult: healthy => onResult(healthy, () => probing.abort()),
    });
  }

  #kill(probe: 'liveness' | 'startup') {
    if (this.#restarting) {
      return;
    }
    this.#restarting = true;
    const { container, host } = this.#options;
    host.record({
      type: 'Normal',
      reason: 'Killing',
      message: `Container ${container.name} failed ${probe} probe, will be restarted`,
      fieldPath: `spec.containers{${container.name}}`,
    });
    this.stop((host.pod().spec.terminationGracePeriodSeconds ?? 30) * 1000);
  }

  #target(): ProbeTarget {
    const { host, container } = this.#options;
    return {
      pod: host.pod(),
      container,
      podIp: host.podIp(),
      resolvePort: port => host.ports.resolve(port),
      execute: (command, signal) => this.#execute(command, signal),
    };
  }

  async #execute([command, ...args]: string[], signal: AbortSignal) {
    let output = '';
    const child = spawnGuarded({
      command,
      args,
      cwd: this.#cwd,
      env: this.#environment,
      onOutput: chunk => {
        output = (output + chunk).slice(0, 10_000);
      },
    });
    const stop = () => child.stop(0);
    signal.addEventListener('abort', stop);
    const exitCode = await child.exited;
    signal.removeEventListener('abort', stop);
    return { exitCode, output };
  }

  #say(reason: string, message: string) {
    const { host, container } = this.#options;
    host.record({
      type: 'Warning',
      reason,
      message,
      fieldPath: `spec.containers{${container.name}}`,
    });
  }
}
