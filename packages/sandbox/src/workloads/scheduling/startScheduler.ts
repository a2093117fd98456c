import {
  EventRecorder,
  KubernetesApiError,
  pathOf,
  resources,
  startController,
  timestamp,
} from '../../client';
import { Pod } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { whyNotFit } from './whyNotFit';

const SCHEDULER = 'default-scheduler';

/** Gives each pod without a node the one node that there is, if it fits. */
export function startScheduler(
  context: WorkloadContext,
  nodeName: string,
): void {
  const { cache, client, log, now, signal } = context;
  const events = EventRecorder.create({
    client,
    component: SCHEDULER,
    log,
    now,
  });

  const controller = startController({
    name: `${client.name}: ${SCHEDULER}`,
    signal,
    log,
    async reconcile(key) {
      const [namespace, name] = key.split('/');
      const pod = cache.pods.get(name, namespace);
      if (pod && isWaiting(pod)) {
        await schedule(pod);
      }
    },
  });

  async function schedule(pod: Pod): Promise<void> {
    const { name, namespace } = pod.metadata;
    const why = whyNotFit(pod, cache.nodes.get(nodeName), cache.pods.list());
    if (why) {
      await refuse(pod, why);
      return;
    }
    if (!(await bind(pod))) {
      return;
    }
    events.record(pod, {
      type: 'Normal',
      reason: 'Scheduled',
      message: `Successfully assigned ${namespace}/${name} to ${nodeName}`,
    });
  }

  /** Whether it was us who gave the pod its node. */
  async function bind(pod: Pod): Promise<boolean> {
    try {
      await setNode(pod);
      return true;
    } catch (error) {
      // Gone, or bound by somebody else meanwhile.
      if (hasCode(error, 404) || hasCode(error, 409)) {
        return false;
      }
      throw error;
    }
  }

  async function setNode({ metadata }: Pod): Promise<void> {
    const { name, namespace } = metadata;
    try {
      const spec = { nodeName };
      await client.patch(resources.pods, name, { spec }, { namespace });
    } catch (error) {
      // The sandbox's API server lets a node be set; others want a Binding.
      if (!hasCode(error, 422)) {
        throw error;
      }
      await client.request(pathOf(resources.pods, namespace, name, 'binding'), {
        method: 'POST',
        body: {
          apiVersion: 'v1',
          kind: 'Binding',
          metadata: { name, namespace },
          target: { apiVersion: 'v1', kind: 'Node', name: nodeName },
        },
      });
    }
  }

  async function refuse(pod: Pod, message: string): Promise<void> {
    const { name, namespace } = pod.metadata;
    const known = pod.status?.conditions?.find(c => c.type === 'PodScheduled');
    if (known?.message === message) {
      return;
    }
    const condition = {
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
      message,
      lastTransitionTime: timestamp(now()),
    };
    await client.patch(
      resources.pods,
      name,
      { status: { phase: 'Pending', conditions: [condition] } },
      { namespace, subresource: 'status' },
    );
    events.record(pod, {
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
    });
  }

  const enqueue = (pod: Pod) =>
    controller.enqueue(`${pod.metadata.namespace}/${pod.metadata.name}`);
  const enqueueAll = () => cache.pods.list().filter(isWaiting).forEach(enqueue);
  cache.pods.onChange(({ after }) => {
    if (!after) {
      // Its place is free now.
      enqueueAll();
    } else if (isWaiting(after)) {
      enqueue(after);
    }
  });
  cache.nodes.onChange(enqueueAll);
}

function isWaiting(pod: Pod): boolean {
  return (
    !pod.spec.nodeName &&
    !pod.metadata.deletionTimestamp &&
    (pod.spec.schedulerName ?? SCHEDULER) === SCHEDULER
  );
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof KubernetesApiError && error.code === code;
}
