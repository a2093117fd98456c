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
import { findNode } from './findNode';

const SCHEDULER = 'default-scheduler';

/** Gives each pod without a node one of ours that it fits on. */
export function startScheduler(
  context: WorkloadContext,
  isOurs: (nodeName: string) => boolean,
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

  // Bound a moment ago, which the cache has not heard of yet.
  const bound = new Map<string, string>();
  const asBound = (pod: Pod): Pod => {
    const nodeName = pod.spec.nodeName ?? bound.get(pod.metadata.uid!);
    return nodeName ? { ...pod, spec: { ...pod.spec, nodeName } } : pod;
  };

  async function schedule(pod: Pod): Promise<void> {
    const { name, namespace } = pod.metadata;
    const nodes = cache.nodes.list().filter(node => isOurs(node.metadata.name));
    const placement = findNode(pod, nodes, cache.pods.list().map(asBound));
    if ('message' in placement) {
      await refuse(pod, placement.message);
      return;
    }
    const nodeName = placement.node;
    bound.set(pod.metadata.uid!, nodeName);
    if (!(await bind(pod, nodeName))) {
      return;
    }
    events.record(pod, {
      type: 'Normal',
      reason: 'Scheduled',
      message: `Successfully assigned ${namespace}/${name} to ${nodeName}`,
    });
  }

  /** Whether it was us who gave the pod its node. */
  async function bind(pod: Pod, nodeName: string): Promise<boolean> {
    try {
      await setNode(pod, nodeName);
      return true;
    } catch (error) {
      // Gone, or bound by somebody else meanwhile.
      if (hasCode(error, 404) || hasCode(error, 409)) {
        return false;
      }
      throw error;
    }
  }

  async function setNode({ metadata }: Pod, nodeName: string): Promise<void> {
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
  cache.pods.onChange(({ before, after }) => {
    if (!after || after.spec.nodeName) {
      bound.delete((after ?? before)!.metadata.uid!);
    }
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
