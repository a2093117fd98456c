import { KubernetesClient, KubernetesObject, resources } from '../../client';
import { JobQueue, QueuedJob } from '../runs/JobQueue';
import { runningStatus, succeededStatus } from './podStatuses';
import { RegisteredRunner, RunnerRegistry } from './RunnerRegistry';
import { removeRunner } from './removeRunner';
import { ScaleSetObjects } from './ScaleSetObjects';
import { EphemeralRunner, EphemeralRunnerSet } from './types';

export interface EphemeralRunnerOptions {
  client: KubernetesClient;
  queue: JobQueue;
  registry: RunnerRegistry;
  objects: ScaleSetObjects;
  runnerSet: EphemeralRunnerSet;
  labels: string[];
  now: () => Date;
  log: (line: string) => void;
}

export type RunnerState = 'starting' | 'idle' | 'busy' | 'ended';

/** One runner: its object and pod, one job, and nothing left afterwards. */
export class EphemeralRunnerProcess {
  readonly #options: EphemeralRunnerOptions;
  readonly #life = new AbortController();
  readonly #lines: string[] = [];
  #state: RunnerState = 'starting';
  #object: EphemeralRunner | undefined;
  #registered: RegisteredRunner | undefined;

  static create(options: EphemeralRunnerOptions): EphemeralRunnerProcess {
    return new EphemeralRunnerProcess(options);
  }

  private constructor(options: EphemeralRunnerOptions) {
    this.#options = options;
  }

  get state(): RunnerState {
    return this.#state;
  }

  /** The name of object and pod, known once they exist. */
  get name(): string | undefined {
    return this.#object?.metadata.name;
  }

  get namespace(): string | undefined {
    return this.#object?.metadata.namespace;
  }

  /** What `kubectl logs` shows of its pod. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Makes object and pod and registers at GitHub; then it is idle. */
  async start(): Promise<void> {
    const { client, objects, runnerSet, registry, labels } = this.#options;
    const object = await client.create(
      resources.ephemeralRunners,
      objects.runner(runnerSet),
    );
    this.#object = object;
    await client.create(resources.pods, objects.runnerPod(object));
    this.#registered = registry.add({
      name: object.metadata.name,
      githubConfigUrl: object.spec.githubConfigUrl,
      labels,
    });
    await Promise.all([
      this.#patchPod(
        runningStatus(object.spec.spec.containers[0], this.#options.now()),
      ),
      this.#patchStatus({
        phase: 'Running',
        ready: true,
        runnerId: this.#registered.id,
        runnerName: object.metadata.name,
      }),
    ]);
    this.#say('√ Connected to GitHub');
    this.#say(`${this.#time()}: Listening for Jobs`);
    if (!this.#life.signal.aborted) {
      this.#state = 'idle';
    }
  }

  /** Takes a job and ends with it; false when it was no longer there. */
  async work({ run, job }: QueuedJob): Promise<boolean> {
    const registered = this.#registered!;
    const { id, name } = registered;
    // Whoever counts while the job is taken must not find an idle runner.
    this.#state = 'busy';
    const done = this.#options.queue.execute(
      job.id,
      { id, name },
      this.#life.signal,
    );
    if (!done) {
      this.#state = 'idle';
      return false;
    }
    registered.busy = true;
    this.#say(`${this.#time()}: Running job: ${job.name}`);
    const told = this.#patchStatus({
      jobId: String(job.id),
      jobRepositoryName: run.repository,
      jobWorkflowRef: `${run.repository}/${run.path}@${run.event.ref}`,
      jobDisplayName: job.name,
      workflowRunId: run.id,
    }).catch(error => this.#options.log(`arc: ${name}: ${error.message}`));
    const { conclusion } = await done;
    this.#say(
      `${this.#time()}: Job ${job.name} completed with result: ${
        conclusion === 'success' ? 'Succeeded' : 'Failed'
      }`,
    );
    await told;
    return true;
  }

  /** Its pod is gone: the job it has fails. */
  lose() {
    this.#life.abort();
  }

  /** Removes object, pod and registration. */
  async end(): Promise<void> {
    const { client, registry, now } = this.#options;
    const wasBusy = this.#state === 'busy';
    this.#state = 'ended';
    if (this.#registered) {
      registry.remove(this.#registered.id);
    }
    if (!this.#object) {
      return;
    }
    if (wasBusy && !this.#life.signal.aborted) {
      await Promise.all([
        this.#patchPod(
          succeededStatus(this.#object.spec.spec.containers[0], now()),
        ),
        this.#patchStatus({ phase: 'Succeeded', ready: false }),
      ]).catch(() => {});
    }
    await removeRunner(client, this.#object);
  }

  #patchStatus(status: object) {
    return this.#patch(resources.ephemeralRunners, status);
  }

  #patchPod(status: object) {
    return this.#patch(resources.pods, status);
  }

  #patch(
    resource: (typeof resources)[keyof typeof resources],
    status: object,
  ): Promise<KubernetesObject> {
    const { name, namespace } = this.#object!.metadata;
    return this.#options.client.patch(
      resource,
      name,
      { status },
      {
        namespace,
        subresource: 'status',
      },
    );
  }

  #time() {
    return this.#options.now().toISOString().replace('T', ' ').slice(0, 19);
  }

  #say(line: string) {
    this.#lines.push(`${line}\n`);
  }
}
