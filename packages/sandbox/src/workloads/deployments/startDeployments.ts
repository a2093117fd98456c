import { EventRecorder, KubernetesObject, startController } from '../../client';
import { WorkloadContext } from '../WorkloadContext';
import { DeploymentSync } from './DeploymentSync';

/** The deployment controller: Deployments make and size ReplicaSets. */
export function startDeployments(context: WorkloadContext): void {
  const { cache, client, log, now, signal } = context;
  const events = EventRecorder.create({
    client,
    component: 'deployment-controller',
    log,
    now,
  });

  const controller = startController({
    name: `${client.name}: deployment-controller`,
    signal,
    log,
    async reconcile(key) {
      const [namespace, name] = key.split('/');
      const deployment = cache.deployments.get(name, namespace);
      return deployment
        ? DeploymentSync.create({ context, events, deployment }).run()
        : undefined;
    },
  });

  const enqueueOwner = (object: KubernetesObject) => {
    const owner = object.metadata.ownerReferences?.find(
      ref => ref.controller && ref.kind === 'Deployment',
    );
    if (owner) {
      controller.enqueue(`${object.metadata.namespace}/${owner.name}`);
    }
  };
  cache.deployments.onChange(({ after }) => {
    if (after) {
      controller.enqueue(`${after.metadata.namespace}/${after.metadata.name}`);
    }
  });
  cache.replicaSets.onChange(({ before, after }) =>
    enqueueOwner((after ?? before)!),
  );
  // Recreate waits for the last old pod.
  cache.pods.onChange(({ before, after }) => {
    const owner = before?.metadata.ownerReferences?.find(
      ref => ref.controller && ref.kind === 'ReplicaSet',
    );
    const set =
      owner && cache.replicaSets.get(owner.name, before!.metadata.namespace);
    if (!after && set) {
      enqueueOwner(set);
    }
  });
}
