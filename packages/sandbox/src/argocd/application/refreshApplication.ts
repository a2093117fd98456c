import { timestamp } from '../../client';
import { compareApplication } from '../compare/compareApplication';
import { sameJson } from '../compare/sameJson';
import { REFRESH_ANNOTATION } from '../constants';
import { validateApplication } from '../projects/validateApplication';
import { Application } from '../types';
import { ApplicationContext } from './ApplicationContext';
import { autoSync } from './autoSync';
import { comparedStatus, invalidStatus, summarise } from './nextStatus';

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
