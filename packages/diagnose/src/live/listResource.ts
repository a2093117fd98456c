import {
  KubernetesObject,
  listOf,
  recordOf,
  textOf,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { InputError } from '../InputError';
import { LiveAnswer, LiveCluster } from './LiveCluster';

const PAGE = 500;

/** What became of a list. */
export type ListResult =
  | { outcome: 'complete' }
  | { outcome: 'absent' }
  | { outcome: 'forbidden'; reason: string };

/**
 * Reads all objects of a resource, or those of one namespace, page by page, in the first of its versions
 * that is served.
 *
 * @throws InputError when the server answers something else
 */
export async function listResource(options: {
  cluster: LiveCluster;
  resource: WatchedResource;
  namespace?: string;
  take: (object: KubernetesObject) => void;
}): Promise<ListResult> {
  for (const version of options.resource.versions) {
    const result = await listVersion({ ...options, version });
    if (result.outcome !== 'absent') {
      return result;
    }
  }
  return { outcome: 'absent' };
}

async function listVersion(options: {
  cluster: LiveCluster;
  resource: WatchedResource;
  namespace?: string;
  version: string;
  take: (object: KubernetesObject) => void;
}): Promise<ListResult> {
  const { cluster, resource, namespace, version, take } = options;
  const { group, kind, plural } = resource;
  const apiVersion = group ? `${group}/${version}` : version;
  const within = namespace === undefined ? '' : `/namespaces/${namespace}`;
  const base = `/${group ? 'apis' : 'api'}/${apiVersion}${within}/${plural}`;
  let query: URLSearchParams | undefined = queryOf(resource);
  while (query) {
    const answer: LiveAnswer = await cluster.get(`${base}?${query}`);
    const { status, body } = answer;
    if (status === 403) {
      return { outcome: 'forbidden', reason: reasonOf(answer) };
    }
    if (status === 404) {
      return { outcome: 'absent' };
    }
    if (status === 410 && query.has('continue')) {
      // It took too long for pages: what was read is read again, in one.
      query = queryOf(resource);
      query.delete('limit');
      continue;
    }
    if (status !== 200) {
      throw new InputError(
        `${cluster.server}${base} answers ${status}: ${reasonOf(answer)}`,
      );
    }
    listOf(body, 'items').forEach(item =>
      take({ apiVersion, kind, ...recordOf(item) }),
    );
    const next = textOf(body, 'metadata', 'continue');
    query = next ? queryOf(resource, next) : undefined;
  }
  return { outcome: 'complete' };
}

function queryOf(resource: WatchedResource, next?: string): URLSearchParams {
  const { labelSelector, fieldSelector } = resource;
  return new URLSearchParams({
    limit: String(PAGE),
    ...(labelSelector ? { labelSelector } : {}),
    ...(fieldSelector ? { fieldSelector } : {}),
    ...(next ? { continue: next } : {}),
  });
}

function reasonOf({ status, body }: LiveAnswer): string {
  return textOf(body, 'message') ?? `status ${status} without a reason`;
}
