import {
  isControlledBy,
  KubernetesApiError,
  KubernetesClient,
  resources,
} from '../../client';
import { ReplicaSet } from '../types';
import { DeploymentRecord } from './DeploymentRecord';
import { newReplicaSet } from './newReplicaSet';
import { currentSize } from './planRollout';
import { ReplicaSets, revisionOf, sortReplicaSets } from './ReplicaSets';
import { rolloutNumbers } from './rolloutNumbers';

interface CreateReplicaSetOptions {
  client: KubernetesClient;
  record: DeploymentRecord;
  sets: ReplicaSets;
}

/** Makes the replica set of the Deployment's own template, or finds it made. */
export async function createReplicaSet(
  options: CreateReplicaSetOptions,
): Promise<ReplicaSet> {
  const { client, record, sets } = options;
  const replicas = currentSize(sets, rolloutNumbers(record.deployment));
  const revision = Math.max(0, ...sets.old.map(revisionOf)) + 1;
  const wanted = newReplicaSet(record.deployment, { replicas, revision });
  const { name } = wanted.metadata;
  let created: ReplicaSet;
  try {
    created = await client.create(resources.replicaSets, wanted);
  } catch (error) {
    const existing = await findTaken(options, wanted, error);
    if (!existing) {
      await noteFailure(record, name, error as Error);
      throw error;
    }
    return existing;
  }
  if (replicas > 0) {
    record.sayScaled(`Scaled up replica set ${name} from 0 to ${replicas}`);
  }
  await record.setRevision(revision);
  await record.setProgressing('True', {
    reason: 'NewReplicaSetCreated',
    message: `Created new replica set "${name}"`,
  });
  return created;
}

/** The replica set that has the name already, where it is the very one. */
async function findTaken(
  { client, record }: CreateReplicaSetOptions,
  { metadata: { name, namespace } }: ReplicaSet,
  error: unknown,
): Promise<ReplicaSet | undefined> {
  if (!isTaken(error)) {
    return undefined;
  }
  const existing = await client.get<ReplicaSet>(
    resources.replicaSets,
    name,
    namespace,
  );
  return existing && isControlledBy(existing, record.deployment)
    ? sortReplicaSets(record.deployment, [existing]).current
    : undefined;
}

async function noteFailure(
  record: DeploymentRecord,
  name: string,
  error: Error,
): Promise<void> {
  if (isTaken(error)) {
    // Another template with the same hash: the count gives the next one.
    const { status } = record.deployment;
    const collisionCount = (status?.collisionCount ?? 0) + 1;
    await record.writeStatus({ ...status, collisionCount });
    return;
  }
  const reason = 'ReplicaSetCreateError';
  const message = `Failed to create new replica set "${name}": ${error.message}`;
  await record.setProgressing('False', { reason, message });
  record.warn(reason, message);
}

function isTaken(error: unknown): boolean {
  return error instanceof KubernetesApiError && error.code === 409;
}
