import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterAccess,
  mergeResources,
  ResourceSpec,
  textOf,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import { ClusterWatcher, ResumeFrom, Semaphore } from '../watch';
import { CollectingSink } from './CollectingSink';
import { ManualClock } from './ManualClock';
import { ScriptedApiServer } from './ScriptedApiServer';

/** The factor of all jitter in tests. */
export const RANDOM = 0.4;

export const THINGS = '/apis/example.com/v1';

const spec: ResourceSpec = {
  id: 'things.example.com',
  kind: 'Thing',
  group: 'example.com',
  versions: ['v1'],
  plural: 'things',
  namespaced: true,
  project: object => ({ size: textOf(object, 'spec', 'size') }),
};

/** A made up kind, and more of them by other plurals. */
export function thingsResource(
  plural = 'things',
  parts: Partial<ResourceSpec> = {},
): WatchedResource {
  const id = `${plural}.example.com`;
  const domain = { id: 'test', resources: [{ ...spec, id, plural, ...parts }] };
  return mergeResources([domain]).find(resource => resource.id === id)!;
}

/** A Thing as servers send it. */
export function thing(
  name: string,
  version: number | string,
  uid = name,
  namespace = 'shop',
) {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    metadata: {
      name,
      namespace,
      uid: `uid-${uid}`,
      resourceVersion: String(version),
    },
    spec: { size: 'large' },
  };
}

/** An event of a watch. */
export const event = (type: string, object: unknown) => ({ type, object });

/** Says up to which version all was told. */
export const bookmark = (version: number, end = false) =>
  event('BOOKMARK', {
    kind: 'Thing',
    metadata: {
      resourceVersion: String(version),
      ...(end && { annotations: { 'k8s.io/initial-events-end': 'true' } }),
    },
  });

interface StartTestWatcherOptions {
  server: ScriptedApiServer;
  resources?: WatchedResource[];
  resumeFrom?: ResumeFrom;
  authenticate?: ClusterAccess['authenticate'];
  semaphore?: Semaphore;
  proxyUrl?: string;
}

/** A watcher of a scripted server, on a clock of the test's. */
export function startTestWatcher(options: StartTestWatcherOptions) {
  const { server, resources = [thingsResource()], resumeFrom } = options;
  server.served[THINGS] ??= resources.map(({ plural }) => plural);
  const stopping = new AbortController();
  const sink = CollectingSink.create();
  const clock = ManualClock.create();
  const started = Date.parse('2026-11-20T12:00:00Z');
  const { ended } = ClusterWatcher.start({
    definition: {
      name: 'one',
      origin: 'test',
      revision: '1',
      access: {
        server: server.url,
        proxyUrl: options.proxyUrl,
        authenticate: options.authenticate ?? (async () => ({ headers: {} })),
      },
      labels: {},
      hub: false,
    },
    resources,
    resumeFrom,
    sink,
    semaphore: options.semaphore ?? Semaphore.create(20),
    clock,
    now: () => new Date(started + clock.now()),
    random: () => RANDOM,
    logger: mockServices.logger.mock(),
    signal: stopping.signal,
  });
  return {
    sink,
    clock,
    coverage: () => sink.coverageOf.get('things.example.com'),
    source: () => sink.infos.get('cluster/one'),
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
