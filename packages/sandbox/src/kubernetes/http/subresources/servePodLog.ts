import { badRequest, notFound, StatusError } from '../../errors';
import { getObject } from '../../operations/getObject';
import { StoredObject } from '../../types';
import { ApiServer } from '../ApiServer';
import { ResourceRequest } from '../ResourceRequest';

interface PodSpec {
  containers: { name: string }[];
  initContainers?: { name: string }[];
}

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** Streams what a container wrote. */
export async function servePodLog(
  { core, podLogs }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { response, url, incoming, namespace = '', name } = request;
  const query = url.searchParams;
  const pod = getObject(core, request);
  const container = containerOf(pod, query.get('container') ?? '');
  const { nodeName } = pod.spec as { nodeName?: string };
  if (nodeName && !podLogs) {
    // There is no kubelet to ask.
    throw notFound({ group: '', plural: 'pods' }, nodeName);
  }
  if (!podLogs || !nodeName) {
    throw badRequest(`pod ${name} does not have a host assigned`);
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const isTrue = (key: string) => ['true', '1'].includes(query.get(key) ?? '');
  const lines = await podLogs({
    namespace,
    pod: name,
    container,
    follow: isTrue('follow'),
    previous: isTrue('previous'),
    timestamps: isTrue('timestamps'),
    tailLines: numberOf(query.get('tailLines')),
    sinceSeconds: sinceSeconds(query, core.now()),
    signal: AbortSignal.any([gone.signal, request.signal]),
  });
  const head = () => {
    if (!response.headersSent) {
      response.writeHead(200, {
        'content-type': 'text/plain',
        'cache-control': 'no-cache, private',
      });
      response.flushHeaders();
    }
  };
  // A log that refuses with its first line has not answered anything yet.
  const iterator = lines[Symbol.asyncIterator]();
  let next = iterator.next();
  const isFirstLate = await Promise.race([
    next.then(() => false),
    new Promise<boolean>(resolve => setImmediate(resolve, true)),
  ]);
  if (isFirstLate && isTrue('follow')) {
    head();
  }
  let limit = numberOf(query.get('limitBytes')) ?? Infinity;
  try {
    for (let item = await next; !item.done && limit > 0; item = await next) {
      head();
      const bytes = Buffer.from(item.value).subarray(0, limit);
      limit -= bytes.length;
      response.write(bytes);
      next = iterator.next();
    }
  } catch (error) {
    if (!response.headersSent) {
      throw error;
    }
  }
  if (!incoming.destroyed || !response.destroyed) {
    head();
    response.end();
  }
}

function containerOf(pod: StoredObject, asked: string): string {
  const { name } = pod.metadata;
  const { containers, initContainers = [] } = pod.spec as PodSpec;
  const all = [...containers, ...initContainers].map(one => one.name);
  const preferred = pod.metadata.annotations?.[DEFAULT_CONTAINER];
  const container =
    asked || preferred || (all.length === 1 ? all[0] : undefined);
  if (container === undefined) {
    const inits = initContainers.map(one => one.name);
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${containers
        .map(one => one.name)
        .join(' ')}]${
        inits.length > 0
          ? ` or one of the init containers: [${inits.join(' ')}]`
          : ''
      }`,
    );
  }
  if (!all.includes(container)) {
    throw badRequest(`container ${container} is not valid for pod ${name}`);
  }
  return container;
}

function numberOf(text: string | null): number | undefined {
  if (text === null || text === '') {
    return undefined;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new StatusError({
      code: 400,
      reason: 'BadRequest',
      message: `strconv.ParseInt: parsing "${text}": invalid syntax`,
    });
  }
  return value;
}

function sinceSeconds(query: URLSearchParams, now: Date): number | undefined {
  const since = query.get('sinceTime');
  return since
    ? Math.max(0, Math.ceil((now.getTime() - Date.parse(since)) / 1000))
    : numberOf(query.get('sinceSeconds'));
}
