import { Json, KubernetesObject } from '../../client';

interface Column {
  name: string;
  type: string;
  jsonPath: string;
}

const GROUP = 'actions.github.com';

const string = { type: 'string' };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
// Pod specs; their full schema makes up nearly all of the megabyte upstream.
const anything = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

const runnerSpec = {
  githubConfigUrl: string,
  githubConfigSecret: string,
  githubServerTLS: anything,
  proxy: anything,
  vaultConfig: anything,
};

const counts = {
  pendingEphemeralRunners: integer,
  runningEphemeralRunners: integer,
  failedEphemeralRunners: integer,
  phase: string,
};

/** The kinds of Actions Runner Controller, as far as anybody reads them. */
export function runnerDefinitions(): KubernetesObject[] {
  return [
    definition({
      kind: 'AutoscalingRunnerSet',
      plural: 'autoscalingrunnersets',
      spec: {
        ...runnerSpec,
        runnerGroup: string,
        runnerScaleSetName: string,
        runnerScaleSetLabels: { type: 'array', items: string },
        minRunners: { ...integer, minimum: 0 },
        maxRunners: { ...integer, minimum: 0 },
        template: anything,
        listenerTemplate: anything,
        listenerMetrics: anything,
      },
      status: { currentRunners: integer, ...counts },
      columns: [
        column('Minimum Runners', 'integer', '.spec.minRunners'),
        column('Maximum Runners', 'integer', '.spec.maxRunners'),
        column('Current Runners', 'integer', '.status.currentRunners'),
        column('State', 'string', '.status.state'),
        column('Pending Runners', 'integer', '.status.pendingEphemeralRunners'),
        column('Running Runners', 'integer', '.status.runningEphemeralRunners'),
        column(
          'Finished Runners',
          'integer',
          '.status.finishedEphemeralRunners',
        ),
        column(
          'Deleting Runners',
          'integer',
          '.status.deletingEphemeralRunners',
        ),
      ],
    }),
    definition({
      kind: 'AutoscalingListener',
      plural: 'autoscalinglisteners',
      spec: {
        ...runnerSpec,
        runnerScaleSetId: integer,
        autoscalingRunnerSetName: string,
        autoscalingRunnerSetNamespace: string,
        ephemeralRunnerSetName: string,
        minRunners: { ...integer, minimum: 0 },
        maxRunners: { ...integer, minimum: 0 },
        image: string,
        imagePullSecrets: { type: 'array', items: anything },
        template: anything,
        metrics: anything,
      },
      status: {},
      columns: [
        column('GitHub Configure URL', 'string', '.spec.githubConfigUrl'),
        column(
          'AutoscalingRunnerSet Namespace',
          'string',
          '.spec.autoscalingRunnerSetNamespace',
        ),
        column(
          'AutoscalingRunnerSet Name',
          'string',
          '.spec.autoscalingRunnerSetName',
        ),
      ],
    }),
    definition({
      kind: 'EphemeralRunnerSet',
      plural: 'ephemeralrunnersets',
      spec: {
        replicas: integer,
        patchID: integer,
        ephemeralRunnerSpec: anything,
      },
      status: { currentReplicas: integer, ...counts },
      columns: [
        column('DesiredReplicas', 'integer', '.spec.replicas'),
        column('CurrentReplicas', 'integer', '.status.currentReplicas'),
        column('Pending Runners', 'integer', '.status.pendingEphemeralRunners'),
        column('Running Runners', 'integer', '.status.runningEphemeralRunners'),
        column(
          'Finished Runners',
          'integer',
          '.status.finishedEphemeralRunners',
        ),
        column(
          'Deleting Runners',
          'integer',
          '.status.deletingEphemeralRunners',
        ),
      ],
    }),
    definition({
      kind: 'EphemeralRunner',
      plural: 'ephemeralrunners',
      spec: {
        ...runnerSpec,
        runnerScaleSetId: integer,
        proxySecretRef: string,
        metadata: anything,
        spec: anything,
      },
      status: {
        ready: boolean,
        phase: string,
        reason: string,
        message: string,
        runnerId: integer,
        runnerName: string,
        failures: { type: 'object', additionalProperties: string },
        jobRequestId: integer,
        jobId: string,
        jobRepositoryName: string,
        jobWorkflowRef: string,
        jobDisplayName: string,
        workflowRunId: integer,
      },
      columns: [
        column('GitHub Config URL', 'string', '.spec.githubConfigUrl'),
        column('RunnerId', 'number', '.status.runnerId'),
        column('Status', 'string', '.status.phase'),
        column('JobRepository', 'string', '.status.jobRepositoryName'),
        column('JobWorkflowRef', 'string', '.status.jobWorkflowRef'),
        column('WorkflowRunId', 'number', '.status.workflowRunId'),
        column('JobDisplayName', 'string', '.status.jobDisplayName'),
        column('JobId', 'string', '.status.jobId'),
        column('Message', 'string', '.status.message'),
        column('Age', 'date', '.metadata.creationTimestamp'),
      ],
    }),
  ];
}

function column(name: string, type: string, jsonPath: string): Column {
  return { name, type, jsonPath };
}

interface DefinitionOptions {
  kind: string;
  plural: string;
  spec: Record<string, Json>;
  status: Record<string, Json>;
  columns: Column[];
}

function definition(options: DefinitionOptions): KubernetesObject {
  const { kind, plural, spec, status, columns } = options;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${GROUP}` },
    spec: {
      group: GROUP,
      scope: 'Namespaced',
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLowerCase(),
      },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          subresources: { status: {} },
          additionalPrinterColumns: columns,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                apiVersion: string,
                kind: string,
                metadata: { type: 'object' },
                spec: { type: 'object', properties: spec },
                status: { type: 'object', properties: status },
              },
            },
          },
        },
      ],
    },
  };
}
