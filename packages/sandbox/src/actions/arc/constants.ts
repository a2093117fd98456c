/** The version of Actions Runner Controller that these objects look like. */
export const ARC_VERSION = '0.14.2';

export const CONTROLLER_NAMESPACE = 'arc-systems';
export const RUNNER_NAMESPACE = 'arc-runners';

export const LABELS = {
  scaleSetName: 'actions.github.com/scale-set-name',
  scaleSetNamespace: 'actions.github.com/scale-set-namespace',
  organization: 'actions.github.com/organization',
  repository: 'actions.github.com/repository',
  component: 'app.kubernetes.io/component',
  partOf: 'app.kubernetes.io/part-of',
  version: 'app.kubernetes.io/version',
  runnerPod: 'actions-ephemeral-runner',
} as const;

export const ANNOTATIONS = {
  scaleSetId: 'runner-scale-set-id',
  groupName: 'actions.github.com/runner-group-name',
  scaleSetName: 'actions.github.com/runner-scale-set-name',
  changeHash: 'actions.github.com/change-hash',
  runnerSpecHash: 'actions.github.com/runner-spec-hash',
  valuesHash: 'actions.github.com/values-hash',
  patchId: 'actions.github.com/patch-id',
} as const;

export const FINALIZERS = {
  runnerSet: 'autoscalingrunnerset.actions.github.com/finalizer',
  listener: 'autoscalinglistener.actions.github.com/finalizer',
  runner: 'ephemeralrunner.actions.github.com/finalizer',
  registration:
    'ephemeralrunner.actions.github.com/runner-registration-finalizer',
} as const;

/**
 * The node that runners are bound to. The cluster's own node must leave their
 * pods alone: a runner is not a process, its steps are.
 */
export const RUNNER_NODE = 'runners';
