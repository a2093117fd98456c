import { ConflictError } from '@backstage/errors';
import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { createTwoFilesPatch } from 'diff';
import { stringify } from 'yaml';
import { DesiredObject, Hub, KubernetesObject } from '../hubs';

export interface ApplyObjectOptions {
  hub: Hub;
  /** With the owner label, which marks it as the owner's. */
  object: DesiredObject;
  dryRun: boolean;
  log(line: string): void;
}

export type ApplyObjectOutcome =
  | 'unchanged'
  | 'planned'
  | 'created'
  | 'updated';

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/**
 * Brings an object of a hub into the desired state by server-side apply. What
 * is different is asked of the hub itself (a dry run) and shown before it is
 * put right; an object of another owner is never taken over.
 */
export async function applyObject(
  options: ApplyObjectOptions,
): Promise<ApplyObjectOutcome> {
  const { hub, log, object } = options;
  const { name } = object.metadata;
  const what = `${object.kind} ${name} of the hub ${hub.name}`;
  const existing = await hub.find({ ...object, name });
  checkOwner(what, existing, object.metadata.labels?.[LABEL_OWNER]);
  const result = await hub.apply(object, { dryRun: true });
  const diff = diffOf(what, existing, result);
  if (!diff) {
    log(`${what} is as it should be; nothing to change`);
    return 'unchanged';
  }
  log(
    existing
      ? `${what} is different:\n${diff}`
      : `${what} does not exist yet:\n${diff}`,
  );
  if (options.dryRun) {
    return 'planned';
  }
  await hub.apply(object);
  log(`${existing ? 'Changed' : 'Created'} ${what}`);
  return existing ? 'updated' : 'created';
}

function checkOwner(
  what: string,
  existing: KubernetesObject | undefined,
  owner: string | undefined,
): void {
  if (!existing) {
    return;
  }
  const { annotations, deletionTimestamp, labels } = existing.metadata;
  const theirs = labels?.[LABEL_OWNER];
  if (theirs !== owner) {
    throw new ConflictError(
      `The name is taken: the ${what} belongs to ${
        theirs ?? 'nobody that Slipway knows'
      }, not to ${owner}`,
    );
  }
  if (annotations?.[TRACKING_ID]) {
    throw new ConflictError(
      `The ${what} is written by git (${annotations[TRACKING_ID]}); change it there`,
    );
  }
  if (deletionTimestamp) {
    throw new ConflictError(`The ${what} is being deleted`);
  }
}

function diffOf(
  what: string,
  before: KubernetesObject | undefined,
  after: KubernetesObject,
): string | undefined {
  const [old, wanted] = [before, after].map(object =>
    object ? shown(object) : '',
  );
  if (old === wanted) {
    return undefined;
  }
  return createTwoFilesPatch(what, what, old, wanted, 'is', 'shall be', {
    context: 3,
  })
    .split('\n')
    .slice(1)
    .join('\n')
    .trimEnd();
}

/** What people write, without what the API server and controllers add. */
function shown(object: KubernetesObject): string {
  const { annotations, finalizers, labels } = object.metadata;
  return stringify(
    { metadata: { annotations, finalizers, labels }, spec: object.spec },
    { aliasDuplicateObjects: false, lineWidth: 0, sortMapEntries: true },
  );
}
