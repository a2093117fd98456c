import { KubernetesClient, KubernetesObject } from '../../client';
import { GitHub } from '../../github';
import { JobQueue } from '../runs/JobQueue';
import { RunnerRegistry } from './RunnerRegistry';

export interface PodTemplate {
  metadata?: { labels?: Record<string, string> };
  spec: { containers: { name: string; image: string }[] };
}

export interface RunnerCounts {
  phase?: 'Pending' | 'Running' | 'Outdated';
  pendingEphemeralRunners?: number;
  runningEphemeralRunners?: number;
  failedEphemeralRunners?: number;
}

export interface AutoscalingRunnerSet extends KubernetesObject {
  spec: {
    githubConfigUrl: string;
    githubConfigSecret: string;
    runnerScaleSetName?: string;
    runnerScaleSetLabels?: string[];
    runnerGroup?: string;
    minRunners?: number;
    maxRunners?: number;
    template: PodTemplate;
  };
  status?: RunnerCounts & { currentRunners?: number };
}

/** What the controller writes into the metadata of an AutoscalingRunnerSet. */
export interface SetMetadata {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  finalizers: string[];
}

export interface EphemeralRunnerSet extends KubernetesObject {
  spec: {
    replicas?: number;
    patchID: number;
    ephemeralRunnerSpec: EphemeralRunnerSpec;
  };
  status?: RunnerCounts & { currentReplicas?: number };
}

export interface EphemeralRunnerSpec {
  githubConfigSecret: string;
  githubConfigUrl: string;
  metadata: object;
  runnerScaleSetId: number;
  spec: PodTemplate['spec'];
}

export interface EphemeralRunner extends KubernetesObject {
  spec: EphemeralRunnerSpec;
}

export interface RunnerPod extends KubernetesObject {
  spec: { containers: { name: string; image: string }[]; nodeName?: string };
}

export interface StartRunnerScaleSetsOptions {
  client: KubernetesClient;
  github: GitHub;
  queue: JobQueue;
  registry: RunnerRegistry;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}
