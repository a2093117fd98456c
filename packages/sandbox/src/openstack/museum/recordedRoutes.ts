import { RequestHandler, Response } from 'express';
import { callerOf } from '../keystone/requireToken';
import { magnumError } from '../magnum/magnumError';
import { RecordedCloud } from '../types';
import { RecordedClouds } from './RecordedClouds';
import { sendOutage } from './sendOutage';

type Item = Record<string, unknown>;

/** Answers the calls of projects whose cloud was recorded; others go on. */
export function recordedRoutes(clouds: RecordedClouds): RequestHandler {
  return (req, res, next) => {
    const { project } = callerOf(req);
    const records = clouds.of(project.name);
    if (!records) {
      next();
      return;
    }
    const outage = clouds.outageOf(project.name);
    if (outage && isAboutTokens(outage)) {
      refuse(res, 401, 'The token is over, and there is no other.');
      return;
    }
    if (outage) {
      sendOutage(res, outage);
      return;
    }
    if (req.method !== 'GET') {
      refuse(res, 403, "Policy doesn't allow this to be performed.");
      return;
    }
    const parts = req.path.split('/').filter(Boolean).map(decodeURIComponent);
    if (parts[0] === 'clusters' && parts.length <= 2) {
      clouds.noteReading(project.name);
    }
    const asked = req.query.project_id ?? project.id;
    const answer = find(records, parts, String(asked));
    if (answer) {
      res.json(answer);
    } else {
      refuse(res, 404, `${parts.join(' ')} could not be found.`);
    }
  };
}

export function isAboutTokens({ request }: { request: string }): boolean {
  return request.includes('/auth/tokens');
}

function find(
  records: RecordedCloud,
  parts: string[],
  projectId: string,
): object | undefined {
  const [kind, ident, below, group] = parts;
  switch (kind) {
    case 'clusters': {
      if (ident === undefined || ident === 'detail') {
        return { clusters: records.clusters };
      }
      const cluster = named(records.clusters, ident);
      const groups = records.nodegroups[String(cluster?.uuid)] ?? [];
      if (!cluster || below === undefined) {
        return cluster;
      }
      return group === undefined
        ? { nodegroups: groups }
        : named(groups, group);
    }
    case 'clustertemplates':
      return ident === undefined || ident === 'detail'
        ? { clustertemplates: records.clustertemplates }
        : named(records.clustertemplates, ident);
    case 'quotas':
      return (
        records.quotas[ident] ?? {
          hard_limit: 20,
          project_id: ident,
          resource: 'Cluster',
        }
      );
    case 'stats':
      return records.stats[projectId] ?? { clusters: 0, nodes: 0 };
    default:
      return undefined;
  }
}

function named(items: Item[], ident: string): Item | undefined {
  return items.find(({ uuid, name }) => uuid === ident || name === ident);
}

function refuse(res: Response, status: number, message: string) {
  res.status(status).json(magnumError({ status, code: 'client', message }));
}
