import { KubernetesClient, resources, timestamp } from '../../client';
import { mergePatchOf } from '../compare/mergePatchOf';
import { REFRESH_ANNOTATION } from '../constants';
import { Application, AppProject } from '../types';
import { applicationSetStatus } from './applicationSetStatus';
import { generateApplications } from './generateApplications';
import { GenerateParamsOptions } from './generateParams';
import { ApplicationSet } from './types';
import { validateGenerated } from './validateGenerated';

export interface ApplicationSetContext
  extends Omit<GenerateParamsOptions, 'spec'> {
  hub: KubernetesClient;
  /** The Applications that an ApplicationSet owns. */
  ownedBy: (set: ApplicationSet) => Application[];
  project: (name: string) => AppProject | undefined;
  now: () => Date;
}

/** Makes, changes and deletes the Applications of one ApplicationSet. */
export async function reconcileApplicationSet(
  set: ApplicationSet,
  context: ApplicationSetContext,
): Promise<void> {
  // Its Applications go with it, through their owner references.
  if (set.metadata.deletionTimestamp) {
    return;
  }
  const generated = await generateApplications(set, context);
  if ('error' in generated) {
    await report(set, context, {
      reason: generated.reason,
      message: generated.error,
      generated: false,
    });
    return;
  }
  const errors = validateGenerated(generated.applications, {
    ...context,
    set: set.metadata.name,
  });
  const valid = generated.applications.filter(
    ({ metadata }) => !errors.has(metadata.name),
  );
  try {
    await write(set, valid, context);
    // Nothing is deleted while it is not certain what is wanted.
    if (errors.size === 0) {
      await prune(set, valid, context);
    }
  } catch (error) {
    await report(set, context, {
      reason: 'UpdateApplicationError',
      message: (error as Error).message,
      generated: true,
    });
    throw error;
  }
  const [first, ...others] = [...errors].sort().map(([, message]) => message);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  await report(
    set,
    context,
    first === undefined
      ? undefined
      : {
          reason: 'ApplicationValidationError',
          message: `${first}${more}`,
          generated: true,
        },
  );
}

async function write(
  set: ApplicationSet,
  wanted: Application[],
  { hub, ownedBy }: ApplicationSetContext,
): Promise<void> {
  const policy = set.spec.syncPolicy?.applicationsSync ?? 'sync';
  const current = new Map(
    ownedBy(set).map(application => [application.metadata.name, application]),
  );
  for (const application of wanted) {
    const { name, namespace } = application.metadata;
    const existing = current.get(name);
    if (!existing) {
      await hub.create(resources.applications, application);
      continue;
    }
    const patch = mergePatchOf(existing, merged(existing, application));
    if (patch && (policy === 'sync' || policy === 'create-update')) {
      await hub.patch(resources.applications, name, patch, { namespace });
    }
  }
}

// Status, operation and a refresh that is asked for are not the template's.
function merged(existing: Application, wanted: Application): Application {
  const refresh = existing.metadata.annotations?.[REFRESH_ANNOTATION];
  const { labels, annotations, finalizers, ownerReferences } = wanted.metadata;
  const all = {
    ...annotations,
    ...(refresh && { [REFRESH_ANNOTATION]: refresh }),
  };
  return {
    ...existing,
    spec: wanted.spec,
    metadata: {
      ...existing.metadata,
      labels,
      annotations: Object.keys(all).length > 0 ? all : undefined,
      finalizers: finalizers?.length ? finalizers : undefined,
      ownerReferences,
    },
  };
}

async function prune(
  set: ApplicationSet,
  wanted: Application[],
  { hub, ownedBy }: ApplicationSetContext,
): Promise<void> {
  const policy = set.spec.syncPolicy?.applicationsSync ?? 'sync';
  if (policy !== 'sync' && policy !== 'create-delete') {
    return;
  }
  const names = new Set(wanted.map(({ metadata }) => metadata.name));
  for (const { metadata } of ownedBy(set)) {
    if (!names.has(metadata.name) && !metadata.deletionTimestamp) {
      await hub.delete(resources.applications, metadata.name, {
        namespace: metadata.namespace,
      });
    }
  }
}

async function report(
  set: ApplicationSet,
  context: ApplicationSetContext,
  problem?: { reason: string; message: string; generated: boolean },
): Promise<void> {
  const status = applicationSetStatus({
    set,
    current: context.ownedBy(set),
    problem,
    now: timestamp(context.now()),
  });
  const patch = mergePatchOf({ status: set.status }, { status });
  if (patch) {
    const { name, namespace } = set.metadata;
    await context.hub.patch(resources.applicationSets, name, patch, {
      namespace,
      subresource: 'status',
    });
  }
}
