import { JsonObject } from '../types';
import { Defaulter } from './Defaulter';
import { ensure, fill, part, parts } from './fields';
import { defaultPodSpec } from './podDefaults';

const QUARTER = '25%';

/** `apps`, `batch` and pods, by `<group>/<kind>`. */
export const workloadDefaults: Record<string, Defaulter> = {
  '/Pod': defaultPod,
  '/PodTemplate': object => defaultTemplate(object),
  '/ReplicationController': defaultReplicationController,
  'apps/Deployment': defaultDeployment,
  'apps/ReplicaSet': defaultReplicaSet,
  'apps/StatefulSet': defaultStatefulSet,
  'apps/DaemonSet': defaultDaemonSet,
  'batch/Job': defaultJob,
  'batch/CronJob': defaultCronJob,
  'autoscaling/HorizontalPodAutoscaler': defaultAutoscaler,
};

function defaultTemplate(owner: JsonObject) {
  const template = ensure(owner, 'template');
  fill(template, { metadata: {} });
  defaultPodSpec(ensure(template, 'spec'));
}

function defaultPod(pod: JsonObject) {
  const spec = ensure(pod, 'spec');
  defaultPodSpec(spec);
  for (const name of ['initContainers', 'containers']) {
    parts(spec, name).forEach(requestLimits);
  }
  // These come from admission plugins that every cluster has.
  fill(spec, {
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
    priority: 0,
    serviceAccount: 'default',
    serviceAccountName: 'default',
  });
  addTolerations(spec);
  fill(ensure(pod, 'status'), { phase: 'Pending', qosClass: qosClassOf(spec) });
}

function addTolerations(spec: JsonObject) {
  const known = parts(spec, 'tolerations');
  const added = ['not-ready', 'unreachable']
    .map(state => `node.kubernetes.io/${state}`)
    .filter(key => !known.some(toleration => toleration.key === key))
    .map(key => ({
      effect: 'NoExecute',
      key,
      operator: 'Exists',
      tolerationSeconds: 300,
    }));
  spec.tolerations = [...known, ...added];
}

/** In a pod, not in a template, what has a limit only is requested up to it. */
function requestLimits(container: JsonObject) {
  const resources = ensure(container, 'resources');
  const limits = part(resources, 'limits');
  if (limits) {
    fill(ensure(resources, 'requests'), limits);
  }
}

function qosClassOf(spec: JsonObject): string {
  const all = parts(spec, 'containers').map(container => {
    const resources = part(container, 'resources');
    return {
      requests: part(resources, 'requests') ?? {},
      limits: part(resources, 'limits') ?? {},
    };
  });
  const isEmpty = (o: JsonObject) => Object.keys(o).length === 0;
  if (all.every(r => isEmpty(r.requests) && isEmpty(r.limits))) {
    return 'BestEffort';
  }
  const isGuaranteed = all.every(({ requests, limits }) =>
    ['cpu', 'memory'].every(
      name => limits[name] !== undefined && requests[name] === limits[name],
    ),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}

function defaultReplicationController(object: JsonObject) {
  const spec = ensure(object, 'spec');
  fill(spec, { replicas: 1 });
  defaultTemplate(spec);
}

function defaultDeployment(object: JsonObject) {
  const spec = ensure(object, 'spec');
  fill(spec, {
    replicas: 1,
    strategy: {},
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  });
  const strategy = ensure(spec, 'strategy');
  fill(strategy, { type: 'RollingUpdate' });
  if (strategy.type === 'RollingUpdate') {
    fill(ensure(strategy, 'rollingUpdate'), {
      maxUnavailable: QUARTER,
      maxSurge: QUARTER,
    });
  }
  defaultTemplate(spec);
  fill(object, { status: {} });
}

function defaultReplicaSet(object: JsonObject) {
  const spec = ensure(object, 'spec');
  fill(spec, { replicas: 1 });
  defaultTemplate(spec);
  fill(ensure(object, 'status'), { replicas: 0 });
}

function defaultStatefulSet(object: JsonObject) {
  const spec = ensure(object, 'spec');
  fill(spec, {
    podManagementPolicy: 'OrderedReady',
    replicas: 1,
    revisionHistoryLimit: 10,
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    },
  });
  const strategy = ensure(spec, 'updateStrategy');
  fill(strategy, { type: 'RollingUpdate' });
  if (strategy.type === 'RollingUpdate') {
    fill(ensure(strategy, 'rollingUpdate'), { partition: 0 });
  }
  for (const claim of parts(spec, 'volumeClaimTemplates')) {
    fill(claim, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      status: { phase: 'Pending' },
    });
    fill(ensure(claim, 'spec'), { volumeMode: 'Filesystem' });
  }
  defaultTemplate(spec);
  fill(ensure(object, 'status'), { availableReplicas: 0, replicas: 0 });
}

function defaultDaemonSet(object: JsonObject) {
  const spec = ensure(object, 'spec');
  fill(spec, { revisionHistoryLimit: 10 });
  const strategy = ensure(spec, 'updateStrategy');
  fill(strategy, { type: 'RollingUpdate' });
  if (strategy.type === 'RollingUpdate') {
    fill(ensure(strategy, 'rollingUpdate'), { maxUnavailable: 1, maxSurge: 0 });
  }
  defaultTemplate(spec);
  fill(object, {
    status: {
      currentNumberScheduled: 0,
      desiredNumberScheduled: 0,
      numberMisscheduled: 0,
      numberReady: 0,
    },
  });
}

function defaultJob(object: JsonObject) {
  const spec = ensure(object, 'spec');
  if (spec.parallelism === undefined && spec.completions === undefined) {
    spec.completions = 1;
  }
  fill(spec, {
    parallelism: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    manualSelector: false,
    podReplacementPolicy: 'TerminatingOrFailed',
    suspend: false,
  });
  defaultTemplate(spec);
  addJobSelector(object, spec);
  fill(object, { status: {} });
}

/** The selector that keeps two jobs of one name apart; not with `manualSelector`. */
function addJobSelector(object: JsonObject, spec: JsonObject) {
  const { uid, name } = part(object, 'metadata') ?? {};
  if (uid === undefined || spec.manualSelector === true) {
    return;
  }
  fill(ensure(ensure(spec, 'selector'), 'matchLabels'), {
    'batch.kubernetes.io/controller-uid': uid,
  });
  const template = ensure(spec, 'template');
  for (const owner of [object, template]) {
    fill(ensure(ensure(owner, 'metadata'), 'labels'), {
      'batch.kubernetes.io/controller-uid': uid,
      'batch.kubernetes.io/job-name': name,
      'controller-uid': uid,
      'job-name': name,
    });
  }
}

function defaultAutoscaler(object: JsonObject) {
  const target = { type: 'Utilization', averageUtilization: 80 };
  fill(ensure(object, 'spec'), { minReplicas: 1 });
  if (object.apiVersion === 'autoscaling/v2') {
    fill(ensure(object, 'spec'), {
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
    });
  }
}

function defaultCronJob(object: JsonObject) {
  const spec = ensure(object, 'spec');
  fill(spec, {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  });
  const template = ensure(spec, 'jobTemplate');
  fill(template, { metadata: {} });
  defaultTemplate(ensure(template, 'spec'));
  fill(object, { status: {} });
}
