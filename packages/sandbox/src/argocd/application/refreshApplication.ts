import { timestamp } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { compareApplication, Comparison } from '../compare/compareApplication';
import { externalUrls } from '../compare/externalUrls';
import { podImages } from '../compare/podImages';
import { ARGOCD_NAMESPACE, REFRESH_ANNOTATION } from '../constants';
import { validateApplication } from '../projects/validateApplication';
import { sameJson } from '../compare/sameJson';
import {
  Application,
  ApplicationCondition,
  ApplicationStatus,
  HealthCode,
} from '../types';
import { ApplicationContext } from './ApplicationContext';
import { autoSync } from './autoSync';
import { setConditions } from './setConditions';

const COMPARISON_CONDITIONS = [
  'InvalidSpecError',
  'UnknownError',
  'ComparisonError',
  'SharedResourceWarning',
  'RepeatedResourceWarning',
  'SyncError',
];

export interface RefreshedApplication {
  application: Application;
  /** When self-healing may be tried again. */
  againMs?: number;
}

/** Looks at git and cluster, and writes what is seen into the status. */
export async function refreshApplication(
  application: Application,
  context: ApplicationContext,
): Promise<RefreshedApplication> {
  const asked = prepareForRefresh(application, context);
  const valid = validateApplication(application, {
    project: context.project(application.spec.project),
    clusters: context.clusters,
  });
  if ('errors' in valid) {
    return {
      application: await context.save(
        application,
        withoutRefresh({
          ...application,
          status: invalidStatus(application, valid.errors, context),
        }),
      ),
    };
  }
  const source = application.spec.source!;
  const comparison = await compareApplication({
    application,
    ...valid,
    manifests: context.manifests,
    source,
    revision: source.targetRevision ?? '',
  });
  const decision = autoSync(application, comparison, context);
  const next = comparedStatus(application, {
    comparison,
    context,
    summary: summarise(comparison, valid.cluster),
    syncError: decision.error,
  });
  const changed =
    asked ||
    !sameJson(
      { ...next, reconciledAt: '' },
      {
        ...application.status,
        reconciledAt: '',
      },
    );
  const status = {
    ...next,
    reconciledAt: changed
      ? timestamp(context.now())
      : application.status?.reconciledAt,
  };
  const saved = await context.save(
    application,
    withoutRefresh({
      ...application,
      status,
      ...(decision.operation ? { operation: decision.operation } : {}),
    }),
  );
  return { application: saved, againMs: decision.againMs };
}

function prepareForRefresh(
  application: Application,
  { manifests }: ApplicationContext,
): boolean {
  const refresh = application.metadata.annotations?.[REFRESH_ANNOTATION];
  const { source } = application.spec;
  const known = application.status?.sync?.comparedTo?.source;
  if (source && (refresh !== undefined || !sameJson(source, known))) {
    manifests.markStale(source.repoURL);
  }
  if (refresh === 'hard') {
    manifests.forgetRendered();
  }
  return refresh !== undefined;
}

// Its removal is the sign that the refresh was done.
function withoutRefresh(application: Application): Application {
  const { [REFRESH_ANNOTATION]: refresh, ...annotations } =
    application.metadata.annotations ?? {};
  return refresh === undefined
    ? application
    : {
        ...application,
        metadata: { ...application.metadata, annotations },
      };
}

function invalidStatus(
  application: Application,
  errors: string[],
  { now }: ApplicationContext,
): ApplicationStatus {
  const { status = {} } = application;
  return {
    ...status,
    sync: { ...status.sync, status: 'Unknown' },
    health: healthWith(status, 'Unknown', now),
    conditions: setConditions({
      current: status.conditions ?? [],
      found: errors.map(message => ({ type: 'InvalidSpecError', message })),
      evaluated: ['InvalidSpecError', 'UnknownError'],
      now: timestamp(now()),
    }),
  };
}

function comparedStatus(
  application: Application,
  options: {
    comparison: Comparison;
    context: ApplicationContext;
    summary: NonNullable<ApplicationStatus['summary']>;
    syncError?: string;
  },
): ApplicationStatus {
  const { comparison, context, summary, syncError } = options;
  const { status = {}, spec } = application;
  const found: ApplicationCondition[] = [...comparison.conditions];
  if (syncError) {
    found.push({ type: 'SyncError', message: syncError });
  }
  const conditions = setConditions({
    current: status.conditions ?? [],
    found,
    evaluated: COMPARISON_CONDITIONS,
    now: timestamp(context.now()),
  });
  const { resources, sourceType } = comparison;
  return {
    ...status,
    conditions: conditions.length > 0 ? conditions : undefined,
    controllerNamespace: ARGOCD_NAMESPACE,
    health: healthWith(status, comparison.health, context.now),
    resourceHealthSource: 'appTree',
    resources: resources.length > 0 ? resources : undefined,
    sourceType,
    // Not there before the first thing to say, and empty after the last.
    summary: Object.keys(summary).length > 0 ? summary : status.summary && {},
    sync: {
      status: comparison.status,
      revision: comparison.revision,
      comparedTo: {
        source: spec.source,
        destination: spec.destination,
        ...(spec.ignoreDifferences
          ? { ignoreDifferences: spec.ignoreDifferences }
          : {}),
      },
    },
  };
}

function summarise(
  { managed }: Comparison,
  { live }: DestinationCluster,
): NonNullable<ApplicationStatus['summary']> {
  const objects = managed.flatMap(object => object.live ?? []);
  const images = podImages(objects, live);
  const urls = externalUrls(objects);
  return {
    ...(urls.length > 0 ? { externalURLs: urls } : {}),
    ...(images.length > 0 ? { images } : {}),
  };
}

function healthWith(
  status: ApplicationStatus,
  code: HealthCode,
  now: () => Date,
): ApplicationStatus['health'] {
  return status.health?.status === code
    ? status.health
    : { status: code, lastTransitionTime: timestamp(now()) };
}
