import fs from 'node:fs';
import path from 'node:path';
import { EventRecorder, EventText, timestamp } from '../../client';
import { PodLogStore } from '../logs/PodLogStore';
import { PodNetwork } from '../network/PodNetwork';
import { NODE_ADDRESS } from '../scheduling/nodeStatus';
import { Container, ContainerStatus, Pod } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { ContainerHost } from './ContainerHost';
import { ContainerPorts } from './ContainerPorts';
import { ContainerWorker } from './ContainerWorker';
import { environmentOf, EnvironmentSources } from './environmentOf';
import { Images } from './Images';
import { linkVolumes, makeVolumes, MountError } from './mountVolumes';
import { podStatus } from './podStatus';
import { PodStatusWriter } from './PodStatusWriter';

export interface PodWorkerOptions {
  context: WorkloadContext;
  events: EventRecorder;
  images: Images;
  network: PodNetwork;
  logs: PodLogStore;
  /** The pod's own; removed with it. */
  folder: string;
  backOff: { firstMs: number; maxMs: number };
  pulled: (image: string) => boolean;
  crashes: (namespace: string) => boolean;
  configurationChanged: (
    namespace: string | undefined,
    signal: AbortSignal,
  ) => Promise<void>;
}

const DEFAULT_GRACE_S = 30;

/** One pod on this node: its volumes, its containers and its status. */
export class PodWorker {
  readonly #options: PodWorkerOptions;
  readonly #ending = new AbortController();
  readonly #ports: ContainerPorts;
  readonly #init: ContainerWorker[];
  readonly #containers: ContainerWorker[];
  readonly #status: PodStatusWriter;
  #pod: Pod;
  #podIp?: string;
  #finished: Promise<void>;
  #ended?: Promise<void>;

  static start(pod: Pod, options: PodWorkerOptions): PodWorker {
    return new PodWorker(pod, options);
  }

  private constructor(pod: Pod, options: PodWorkerOptions) {
    this.#pod = pod;
    this.#options = options;
    this.#status = PodStatusWriter.create({
      context: options.context,
      pod: () => this.#pod,
      compute: before =>
        podStatus({
          pod: { ...this.#pod, status: before ?? this.#pod.status },
          containers: this.#containers.map(worker => worker.status),
          initContainers: this.#init.map(worker => worker.status),
          podIp: this.#podIp,
          nodeIp: NODE_ADDRESS,
          at: timestamp(options.context.now()),
        }),
    });
    this.#ports = ContainerPorts.create(path.join(options.folder, 'ports'));
    this.#init = (pod.spec.initContainers ?? []).map(container =>
      this.#worker(container, true),
    );
    this.#containers = pod.spec.containers.map(container =>
      this.#worker(container, false),
    );
    this.#finished = this.#work();
  }

  /** The pod's newest state; its deletion ends it. */
  update(pod: Pod): void {
    this.#pod = pod;
    if (pod.metadata.deletionTimestamp) {
      this.#terminate();
    }
  }

  /** A container's status, newer than what the API server knows. */
  statusOf(container: string): ContainerStatus | undefined {
    return [...this.#containers, ...this.#init]
      .map(worker => worker.status)
      .find(status => status.name === container);
  }

  /** Runs all containers anew. */
  restart(): void {
    this.#containers.forEach(worker => worker.restart());
  }

  /** Ends the pod's processes; the object is gone or left as it is. */
  async end(graceMs?: number): Promise<void> {
    this.#ended ??= this.#stopContainers(graceMs);
    await this.#ended;
    this.#options.network.leave(this.#podIp ?? '');
  }

  /** Removes what the pod has left on this machine. */
  async remove(): Promise<void> {
    await this.end();
    this.#options.logs.forget(this.#pod.metadata.uid!);
    fs.rmSync(this.#options.folder, { recursive: true, force: true });
  }

  async #work(): Promise<void> {
    const restarted = [...this.#init, ...this.#containers].some(
      worker => worker.status.restartCount > 0,
    );
    try {
      this.#status.publish();
      await this.#mount();
      this.#podIp = this.#options.network.join(port =>
        this.#ports.resolve(port),
      );
      if (restarted) {
        this.#record({
          type: 'Normal',
          reason: 'SandboxChanged',
          message: 'Pod sandbox changed, it will be killed and re-created.',
        });
      }
      for (const worker of this.#init) {
        await worker.work();
        if (worker.status.state.terminated?.exitCode !== 0) {
          return;
        }
      }
      this.#ending.signal.throwIfAborted();
      await Promise.all(this.#containers.map(worker => worker.work()));
    } catch (error) {
      if (!this.#ending.signal.aborted) {
        const { namespace, name } = this.#pod.metadata;
        this.#options.context.log(
          `kubelet: pod ${namespace}/${name}: ${(error as Error).message}`,
        );
      }
    }
  }

  #worker(container: Container, isInit: boolean): ContainerWorker {
    const { spec, status } = this.#pod;
    const policy = spec.restartPolicy ?? 'Always';
    const before = isInit
      ? status?.initContainerStatuses
      : status?.containerStatuses;
    return ContainerWorker.create({
      host: this.#host(),
      container,
      restartPolicy: isInit && policy === 'Always' ? 'OnFailure' : policy,
      before: before?.find(c => c.name === container.name),
    });
  }

  #host(): ContainerHost {
    const { folder, images, backOff, logs, pulled, context } = this.#options;
    return {
      pod: () => this.#pod,
      podIp: () => this.#podIp ?? '',
      folder,
      ports: this.#ports,
      images,
      backOff,
      pulled,
      now: context.now,
      crashes: () => this.#options.crashes(this.#pod.metadata.namespace!),
      environmentOf: container =>
        environmentOf(this.#pod, container, this.#sources()),
      mount: (container, root) =>
        linkVolumes(container, { root, folder: this.#volumes }),
      beginLog: (container, run) =>
        logs.begin(this.#pod.metadata.uid!, container, run),
      configurationChanged: signal =>
        this.#options.configurationChanged(
          this.#pod.metadata.namespace,
          signal,
        ),
      record: event => this.#record(event),
      changed: () => this.#status.publish(),
    };
  }

  get #volumes(): string {
    return path.join(this.#options.folder, 'volumes');
  }

  #sources(): EnvironmentSources {
    const { configMaps, secrets } = this.#options.context.cache;
    return {
      configMaps,
      secrets,
      podIp: this.#podIp ?? '',
      nodeIp: NODE_ADDRESS,
    };
  }

  async #mount(): Promise<void> {
    for (;;) {
      try {
        makeVolumes(this.#pod, this.#volumes, this.#sources());
        return;
      } catch (error) {
        if (!(error instanceof MountError)) {
          throw error;
        }
        this.#record({
          type: 'Warning',
          reason: 'FailedMount',
          message: error.message,
        });
        const { signal } = this.#ending;
        await this.#options.configurationChanged(
          this.#pod.metadata.namespace,
          signal,
        );
        signal.throwIfAborted();
      }
    }
  }

  #terminate(): void {
    if (this.#ended) {
      return;
    }
    for (const [index, worker] of this.#containers.entries()) {
      if (worker.isRunning) {
        const { name } = this.#pod.spec.containers[index];
        this.#record({
          type: 'Normal',
          reason: 'Killing',
          message: `Stopping container ${name}`,
          fieldPath: `spec.containers{${name}}`,
        });
      }
    }
    this.end().then(() => this.#status.deleteObject());
  }

  async #stopContainers(graceMs?: number): Promise<void> {
    this.#ending.abort();
    const { metadata, spec } = this.#pod;
    const seconds =
      metadata.deletionGracePeriodSeconds ??
      spec.terminationGracePeriodSeconds ??
      DEFAULT_GRACE_S;
    await Promise.all(
      [...this.#init, ...this.#containers].map(worker =>
        worker.stop(graceMs ?? seconds * 1000),
      ),
    );
    await this.#finished;
  }

  #record(event: EventText) {
    this.#options.events.record(this.#pod, event);
  }
}
