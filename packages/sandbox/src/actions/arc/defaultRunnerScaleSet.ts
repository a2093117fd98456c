import { KubernetesObject } from '../../client';
import {
  ARC_VERSION,
  CONTROLLER_NAMESPACE,
  LABELS,
  RUNNER_NAMESPACE,
} from './constants';
import { AutoscalingRunnerSet } from './types';

export interface DefaultRunnerScaleSetOptions {
  /** Where the runners work: an organisation's or repository's web address. */
  githubConfigUrl: string;
  /** Lets runners register. */
  githubToken: string;
  /** Also what workflows write behind `runs-on`. @default 'arc-default' */
  name?: string;
  /** @default 0 */
  minRunners?: number;
  /** @default 4 */
  maxRunners?: number;
}

/** What the chart gha-runner-scale-set puts on a cluster, namespaces first. */
export function defaultRunnerScaleSet(
  options: DefaultRunnerScaleSetOptions,
): KubernetesObject[] {
  const { name = 'arc-default', minRunners = 0, maxRunners = 4 } = options;
  const secretName = `${name}-github`;
  const runnerSet: AutoscalingRunnerSet = {
    apiVersion: 'actions.github.com/v1alpha1',
    kind: 'AutoscalingRunnerSet',
    metadata: {
      name,
      namespace: RUNNER_NAMESPACE,
      labels: {
        [LABELS.component]: 'autoscaling-runner-set',
        [LABELS.partOf]: 'gha-rs',
        [LABELS.version]: ARC_VERSION,
      },
    },
    spec: {
      githubConfigUrl: options.githubConfigUrl,
      githubConfigSecret: secretName,
      runnerScaleSetName: name,
      minRunners,
      maxRunners,
      template: {
        spec: {
          containers: [
            {
              name: 'runner',
              image: 'ghcr.io/actions/actions-runner:2.334.0',
              command: ['/home/runner/run.sh'],
            } as { name: string; image: string },
          ],
        },
      },
    },
  };
  return [
    ...[CONTROLLER_NAMESPACE, RUNNER_NAMESPACE].map(namespace => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    })),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: secretName, namespace: RUNNER_NAMESPACE },
      type: 'Opaque',
      data: {
        github_token: Buffer.from(options.githubToken).toString('base64'),
      },
    },
    runnerSet,
  ];
}
