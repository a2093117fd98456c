import { EventRecorder, resources, timestamp } from '../../client';
import { canonical } from '../canonical';
import { setCondition } from '../conditions';
import { Deployment, DeploymentStatus } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { condition, hasDeadline } from './deploymentStatus';
import { REVISION, revisionOf } from './ReplicaSets';

/** A Deployment during one pass: its newest state, and all that is written to it. */
export class DeploymentRecord {
  readonly #context: WorkloadContext;
  readonly #events: EventRecorder;
  #deployment: Deployment;

  static create(options: {
    context: WorkloadContext;
    events: EventRecorder;
    deployment: Deployment;
  }): DeploymentRecord {
    return new DeploymentRecord(options);
  }

  private constructor(options: {
    context: WorkloadContext;
    events: EventRecorder;
    deployment: Deployment;
  }) {
    this.#context = options.context;
    this.#events = options.events;
    this.#deployment = options.deployment;
  }

  /** As the last write left it. */
  get deployment(): Deployment {
    return this.#deployment;
  }

  async writeStatus(status: DeploymentStatus): Promise<void> {
    if (canonical(status) !== canonical(this.#deployment.status ?? {})) {
      this.#deployment = await this.#context.client.update(
        resources.deployments,
        { ...this.#deployment, status },
        'status',
      );
    }
  }

  async setRevision(revision: number): Promise<void> {
    if (revisionOf(this.#deployment) === revision) {
      return;
    }
    const { name, namespace } = this.#deployment.metadata;
    this.#deployment = await this.#context.client.patch(
      resources.deployments,
      name,
      { metadata: { annotations: { [REVISION]: String(revision) } } },
      { namespace },
    );
  }

  /** Says how the rollout goes, where somebody set it a deadline. */
  async setProgressing(
    status: 'True' | 'False' | 'Unknown',
    why: { reason: string; message: string },
  ): Promise<void> {
    if (!hasDeadline(this.#deployment)) {
      return;
    }
    const at = timestamp(this.#context.now());
    const conditions = setCondition(
      this.#deployment.status?.conditions ?? [],
      condition('Progressing', status, at, why),
    );
    await this.writeStatus({ ...this.#deployment.status, conditions });
  }

  /** Writes down that the rollout was paused or resumed, once each time. */
  async notePause(): Promise<void> {
    const { paused } = this.#deployment.spec;
    const current = this.#deployment.status?.conditions?.find(
      c => c.type === 'Progressing',
    );
    const noted = current?.reason === 'DeploymentPaused';
    if (
      current?.reason === 'ProgressDeadlineExceeded' ||
      Boolean(paused) === noted
    ) {
      return;
    }
    await this.setProgressing(
      'Unknown',
      paused
        ? { reason: 'DeploymentPaused', message: 'Deployment is paused' }
        : { reason: 'DeploymentResumed', message: 'Deployment is resumed' },
    );
  }

  sayScaled(message: string): void {
    this.#events.record(this.#deployment, {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message,
    });
  }

  warn(reason: string, message: string): void {
    this.#events.record(this.#deployment, { type: 'Warning', reason, message });
  }
}
