import { Condition } from '../../client';
import { Application } from '../types';
import { ApplicationSet } from './types';

export interface ApplicationSetStatusOptions {
  set: ApplicationSet;
  /** The Applications that belong to it now. */
  current: Application[];
  problem?: { reason: string; message: string; generated: boolean };
  now: string;
}

const UP_TO_DATE = 'All applications have been generated successfully';

/** The status of an ApplicationSet after a look at it. */
export function applicationSetStatus(
  options: ApplicationSetStatusOptions,
): ApplicationSet['status'] {
  const { set, current, problem, now } = options;
  const generated = problem ? problem.generated : true;
  const wanted: Condition[] = [
    {
      type: 'ErrorOccurred',
      status: problem ? 'True' : 'False',
      reason: problem?.reason ?? 'ApplicationSetUpToDate',
      message: problem?.message ?? UP_TO_DATE,
    },
    {
      type: 'ParametersGenerated',
      status: generated ? 'True' : 'False',
      reason: generated ? 'ParametersGenerated' : 'ErrorOccurred',
      message: generated
        ? 'Successfully generated parameters for all Applications'
        : problem!.message,
    },
    {
      type: 'ResourcesUpToDate',
      status: problem ? 'False' : 'True',
      reason: problem ? 'ErrorOccurred' : 'ApplicationSetUpToDate',
      message: problem?.message ?? UP_TO_DATE,
    },
  ];
  const conditions = wanted.map(condition => {
    const before = set.status?.conditions?.find(
      ({ type }) => type === condition.type,
    );
    const same =
      before?.status === condition.status &&
      before.message === condition.message;
    return same ? before : { ...condition, lastTransitionTime: now };
  });
  return {
    conditions,
    health: problem
      ? { status: 'Degraded', message: problem.message }
      : { status: 'Healthy', message: UP_TO_DATE },
    resources: current.map(resourceOf),
    resourcesCount: current.length,
  };
}

function resourceOf({ metadata, status }: Application) {
  const health = status?.health;
  return {
    group: 'argoproj.io',
    version: 'v1alpha1',
    kind: 'Application',
    name: metadata.name,
    namespace: metadata.namespace,
    health: health ? { status: health.status } : {},
    ...(status?.sync ? { status: status.sync.status } : {}),
  };
}
