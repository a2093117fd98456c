import { timestamp } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import type { Comparison } from '../compare/compareApplication';
import { externalUrls } from '../compare/externalUrls';
import { podImages } from '../compare/podImages';
import { ARGOCD_NAMESPACE } from '../constants';
import {
  Application,
  ApplicationCondition,
  ApplicationStatus,
  HealthCode,
} from '../types';
import { ApplicationContext } from './ApplicationContext';
import { setConditions } from './setConditions';

const COMPARISON_CONDITIONS = [
  'InvalidSpecError',
  'UnknownError',
  'ComparisonError',
  'SharedResourceWarning',
  'RepeatedResourceWarning',
  'SyncError',
];

/** The status of an Application that cannot be compared as it is. */
export function invalidStatus(
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

/** The status after a comparison, except for its time. */
export function comparedStatus(
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

/** What the status sums up about the live objects. */
export function summarise(
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
