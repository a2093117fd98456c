import { EventRecorder, KubernetesObject, startController } from '../../client';
import { WorkloadContext } from '../WorkloadContext';
import { ReplicaSetSync } from './ReplicaSetSync';
import { seenInCache } from '../seenInCache';

/** The replica set controller: ReplicaSets make and remove Pods. */
export function startReplicaSets(context: WorkloadContext): void {
  const { cache, client, log, now, signal } = context;
  const events = EventRecorder.create({
    client,
    component: 'replicaset-controller',
    log,
    now,
  });
  const seen = seenInCache(cache.pods, signal);

  const controller = startController({
    name: `${client.name}: replicaset-controller`,
    signal,
    log,
    async reconcile(key) {
      const [namespace, name] = key.split('/');
      const set = cache.replicaSets.get(name, namespace);
      return set
        ? ReplicaSetSync.create({ context, events, set, seen }).run()
        : undefined;
    },
  });

  const enqueue = (namespace: string | undefined, name: string) =>
    controller.enqueue(`${namespace}/${name}`);
  cache.replicaSets.onChange(({ after }) => {
    if (after) {
      enqueue(after.metadata.namespace, after.metadata.name);
    }
  });
  cache.pods.onChange(({ before, after }) => {
    const pod: KubernetesObject = (after ?? before)!;
    const owner = pod.metadata.ownerReferences?.find(
      ref => ref.controller && ref.kind === 'ReplicaSet',
    );
    if (owner) {
      enqueue(pod.metadata.namespace, owner.name);
    }
  });
}
