import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { timestamp } from '../../client';
import { Container, ContainerState, ContainerStatus } from '../types';
import { BackOff } from './BackOff';
import { ContainerHost } from './ContainerHost';
import { ContainerRun } from './ContainerRun';
import { ConfigurationError } from './environmentOf';
import { firstStatus } from './firstStatus';
import { goDuration } from './goDuration';
import { Image } from './Images';
import { isImageName, pullError } from './pullError';
import { whyRoot } from './whyRoot';

type Terminated = NonNullable<ContainerState['terminated']>;

const ERROR_SHOWN_MS = 1000;

/** One container of a pod: pulls, starts, watches, restarts and stops it. */
export class ContainerWorker {
  readonly #host: ContainerHost;
  readonly #container: Container;
  readonly #restartPolicy: string;
  readonly #stopping = new AbortController();
  readonly #pullBackOff: BackOff;
  readonly #crashBackOff: BackOff;
  #status: ContainerStatus;
  #run?: ContainerRun;
  #hurry = new AbortController();
  #crashes = 0;

  static create(options: {
    host: ContainerHost;
    container: Container;
    restartPolicy: string;
    /** What the API knows from a former life of the sandbox. */
    before?: ContainerStatus;
  }): ContainerWorker {
    return new ContainerWorker(options);
  }

  private constructor(options: {
    host: ContainerHost;
    container: Container;
    restartPolicy: string;
    before?: ContainerStatus;
  }) {
    const { host, container, restartPolicy, before } = options;
    this.#host = host;
    this.#container = container;
    this.#restartPolicy = restartPolicy;
    this.#pullBackOff = BackOff.create(host.backOff);
    this.#crashBackOff = BackOff.create(host.backOff);
    this.#status = firstStatus(container, before, this.#at());
  }

  get status(): ContainerStatus {
    return this.#status;
  }

  get isRunning(): boolean {
    return Boolean(this.#status.state.running);
  }

  /** Resolves when the container has ended and will not run again. */
  async work(): Promise<void> {
    const { signal } = this.#stopping;
    let run = this.#status.restartCount;
    while (!signal.aborted) {
      try {
        const ended = await this.#runOnce(run);
        if (signal.aborted || !this.#shallRestart(ended)) {
          return;
        }
        await this.#backOffAfter(ended);
        run += 1;
      } catch (error) {
        await this.#failed(error as Error);
      }
    }
  }

  /** SIGTERM, and SIGKILL after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    await this.#run?.stop(graceMs);
  }

  /** Ends the run of now, so that the next one begins with what has changed. */
  async restart(): Promise<void> {
    this.#hurry.abort();
    await this.#run?.stop(0);
  }

  /** For example a full disk: tried again later. */
  async #failed(error: Error): Promise<void> {
    if (!this.#stopping.signal.aborted) {
      this.#say('Warning', 'Failed', `Error: ${error.message}`);
      this.#wait('CreateContainerError', error.message);
      await this.#pause(this.#pullBackOff.next()).catch(() => {});
    }
  }

  async #runOnce(run: number): Promise<Terminated> {
    const image = await this.#pull();
    await this.#configure(image);
    this.#stopping.signal.throwIfAborted();
    const containerID = `containerd://${randomBytes(32).toString('hex')}`;
    const log = this.#host.beginLog(this.#container.name, run);
    this.#say('Normal', 'Created', 'Container created');
    this.#run = ContainerRun.create({
      host: this.#host,
      container: this.#container,
      image,
      log,
      onReadiness: ready => this.#set({ ready }),
      onStarted: () =>
        this.#set({ started: true, ready: !this.#container.readinessProbe }),
    });
    const refusal = await this.#run.start(this.#stopping.signal);
    if (refusal) {
      this.#say('Warning', 'Failed', `Error: ${refusal}`);
      return this.#terminated(
        {
          exitCode: 128,
          reason: 'StartError',
          message: refusal,
          startedAt: '1970-01-01T00:00:00Z',
        },
        { containerID, restartCount: run },
      );
    }
    const startedAt = this.#at();
    this.#set({
      restartCount: run,
      imageID: this.#container.image,
      containerID,
      state: { running: { startedAt } },
    });
    this.#say('Normal', 'Started', 'Container started');
    this.#run.probe();
    const { exitCode, message } = await this.#run.exited;
    return this.#terminated(
      {
        exitCode,
        reason: exitCode === 0 ? 'Completed' : 'Error',
        message,
        startedAt,
      },
      { containerID, restartCount: run },
    );
  }

  #terminated(
    state: Terminated,
    ids: { containerID: string; restartCount: number },
  ): Terminated {
    const terminated = {
      ...state,
      finishedAt: this.#at(),
      containerID: ids.containerID,
    };
    this.#set({
      ...ids,
      ready: false,
      started: false,
      state: { terminated },
    });
    return terminated;
  }

  async #pull(): Promise<Image> {
    const { image } = this.#container;
    if (!isImageName(image)) {
      const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format`;
      this.#wait('InvalidImageName', message);
      this.#say('Warning', 'InspectFailed', message);
      this.#say('Warning', 'Failed', 'Error: InvalidImageName');
      await this.#pause(2 ** 31 - 1);
    }
    for (;;) {
      const started = Date.now();
      const found = this.#host.images.resolve(image);
      if (found) {
        this.#sayPulled(Date.now() - started);
        return found;
      }
      const why = pullError(image);
      this.#say('Normal', 'Pulling', `Pulling image "${image}"`);
      this.#say('Warning', 'Failed', `Failed to pull image "${image}": ${why}`);
      this.#say('Warning', 'Failed', 'Error: ErrImagePull');
      this.#wait('ErrImagePull', why);
      const waitMs = this.#pullBackOff.next();
      await this.#pause(Math.min(ERROR_SHOWN_MS, waitMs / 2));

      const text = `Back-off pulling image "${image}"`;
      this.#say('Normal', 'BackOff', text);
      this.#say('Warning', 'Failed', 'Error: ImagePullBackOff');
      this.#wait('ImagePullBackOff', `${text}: ErrImagePull: ${why}`);
      await this.#pause(waitMs);
    }
  }

  #sayPulled(ms: number) {
    const { image } = this.#container;
    if (!this.#host.pulled(image)) {
      this.#say(
        'Normal',
        'Pulled',
        `Container image "${image}" already present on machine`,
      );
      return;
    }
    const took = goDuration(Math.max(1, ms));
    this.#say('Normal', 'Pulling', `Pulling image "${image}"`);
    this.#say(
      'Normal',
      'Pulled',
      `Successfully pulled image "${image}" in ${took} (${took} including waiting).`,
    );
  }

  /** Waits until everything that the container's variables refer to is there. */
  async #configure(image: Image): Promise<void> {
    for (;;) {
      const why = this.#whyNotConfigured(image);
      if (!why) {
        return;
      }
      this.#say('Warning', 'Failed', `Error: ${why}`);
      this.#wait('CreateContainerConfigError', why);
      await this.#host.configurationChanged(this.#stopping.signal);
      this.#stopping.signal.throwIfAborted();
    }
  }

  #whyNotConfigured(image: Image): string | undefined {
    try {
      this.#host.environmentOf(this.#container);
      return whyRoot(this.#host.pod(), this.#container, image);
    } catch (error) {
      if (error instanceof ConfigurationError) {
        return error.message;
      }
      throw error;
    }
  }

  #shallRestart(ended: Terminated): boolean {
    return (
      this.#restartPolicy === 'Always' ||
      (this.#restartPolicy === 'OnFailure' && ended.exitCode !== 0)
    );
  }

  /** The first restart is at once, as with a real kubelet. */
  async #backOffAfter(ended: Terminated): Promise<void> {
    this.#crashBackOff.ranFor(
      Date.parse(ended.finishedAt!) - Date.parse(ended.startedAt!),
    );
    this.#crashes += 1;
    this.#set({ lastState: { terminated: ended } });
    if (this.#crashes === 1) {
      return;
    }
    const { name, namespace, uid } = this.#host.pod().metadata;
    const pod = `${name}_${namespace}(${uid})`;
    const container = this.#container.name;
    const waitMs = this.#crashBackOff.next();
    this.#wait(
      'CrashLoopBackOff',
      `back-off ${goDuration(
        waitMs,
      )} restarting failed container=${container} pod=${pod}`,
    );
    this.#say(
      'Warning',
      'BackOff',
      `Back-off restarting failed container ${container} in pod ${pod}`,
    );
    this.#hurry = new AbortController();
    await Promise.race([
      this.#pause(waitMs),
      once(this.#hurry.signal, 'abort'),
    ]);
  }

  #wait(reason: string, message: string) {
    this.#set({ state: { waiting: { reason, message } } });
  }

  #set(change: Partial<ContainerStatus>) {
    this.#status = { ...this.#status, ...change };
    this.#host.changed();
  }

  #say(type: 'Normal' | 'Warning', reason: string, message: string) {
    this.#host.record({
      type,
      reason,
      message,
      fieldPath: `spec.containers{${this.#container.name}}`,
    });
  }

  #pause(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.#stopping.signal });
  }

  #at(): string {
    return timestamp(this.#host.now());
  }
}
