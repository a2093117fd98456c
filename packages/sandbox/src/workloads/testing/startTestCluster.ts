import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  resources,
} from '../../client';
import {
  KubernetesApi,
  startKubernetesApi,
} from '../../kubernetes/startKubernetesApi';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';
import { startWorkloads, Workloads } from '../startWorkloads';
import { TestImages } from './TestImages';

/** A cluster that runs pods, for tests. */
export interface TestCluster {
  name: string;
  client: KubernetesClient;
  ca: CertificateAuthority;
  images: TestImages;
  folder: string;
  readonly workloads: Workloads;
  api: KubernetesApi;
  log: string[];
  /** Resolves with the object as soon as it is as wanted. */
  until<T extends KubernetesObject>(
    resource: KubernetesResource,
    name: string,
    isSo: (object: T | undefined) => boolean,
  ): Promise<T>;
  /** The same for all objects with a label (`key=value`). */
  untilList<T extends KubernetesObject>(
    resource: KubernetesResource,
    labelSelector: string,
    isSo: (objects: T[]) => boolean,
  ): Promise<T[]>;
  /** Resolves when an event `Reason: message` about the object is there. */
  untilEvent(name: string, text: string): Promise<void>;
  /** Events about an object, oldest first, as `Reason: message`. */
  events(name: string): Promise<string[]>;
  restartWorkloads(): Promise<void>;
  stop(): Promise<void>;
}

const NAMESPACE = 'shop-dev';

/** Starts an API server and workloads with the namespace `shop-dev`. */
export async function startTestCluster(name = 'dev-1'): Promise<TestCluster> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workloads-'));
  const state = StateFolder.open(folder);
  const ca = await CertificateAuthority.loadOrCreate(state, name, new Date());
  let workloads: Workloads;
  const stopApi = new AbortController();
  const api = await startKubernetesApi({
    name,
    port: 0,
    state: state.room('api'),
    ca,
    users: [{ token: 't', name: 'admin', groups: ['system:masters'] }],
    podLogs: request => workloads.podLogs(request),
    signal: stopApi.signal,
    log: () => {},
  });
  const client = KubernetesClient.create({
    name,
    server: api.url,
    caPem: api.caPem,
    token: 't',
    manager: 'test',
  });
  await client.create(resources.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });

  const images = TestImages.create(path.join(folder, 'images'));
  const log: string[] = [];
  let stopWorkloads = new AbortController();
  const start = () =>
    startWorkloads({
      client,
      images,
      state: state.room('workloads'),
      signal: stopWorkloads.signal,
      log: line => log.push(line),
      backOff: { firstMs: 200, maxMs: 400 },
    });
  workloads = await start();
  const end = async () => {
    stopWorkloads.abort();
    await workloads.stopped;
  };

  /** Lists and watches until the objects are as wanted. */
  async function untilList<T extends KubernetesObject, R>(
    resource: KubernetesResource,
    labelSelector: string | undefined,
    find: (items: T[]) => R | undefined,
  ): Promise<R> {
    const stop = new AbortController();
    const informer = Informer.start<T>({
      client,
      resource,
      namespace: NAMESPACE,
      signal: stop.signal,
    });
    await informer.synced;
    const [key, value] = labelSelector?.split('=') ?? [];
    try {
      return await new Promise<R>(resolve => {
        const check = () => {
          const found = find(
            informer
              .list()
              .filter(o => !key || o.metadata.labels?.[key] === value),
          );
          if (found !== undefined) {
            resolve(found);
          }
        };
        informer.onChange(check);
        check();
      });
    } finally {
      stop.abort();
    }
  }

  return {
    name,
    api,
    client,
    ca,
    images,
    folder,
    log,
    get workloads() {
      return workloads;
    },
    until: async <T extends KubernetesObject>(
      resource: KubernetesResource,
      objectName: string,
      isSo: (object: T | undefined) => boolean,
    ) => {
      const [found] = await untilList<T, (T | undefined)[]>(
        resource,
        undefined,
        items => {
          const object = items.find(o => o.metadata.name === objectName);
          return isSo(object) ? [object] : undefined;
        },
      );
      return found as T;
    },
    untilList: <T extends KubernetesObject>(
      resource: KubernetesResource,
      labelSelector: string,
      isSo: (objects: T[]) => boolean,
    ) =>
      untilList<T, T[]>(resource, labelSelector, items =>
        isSo(items) ? items : undefined,
      ),
    async untilEvent(objectName, text) {
      await untilList(resources.events, undefined, items =>
        items.some(
          event =>
            (event.involvedObject as { name: string }).name === objectName &&
            `${event.reason}: ${event.message}` === text,
        )
          ? items
          : undefined,
      );
    },
    async events(objectName) {
      const { items } = await client.list(resources.events, {
        namespace: NAMESPACE,
      });
      return items
        .filter(
          event =>
            (event.involvedObject as { name: string }).name === objectName,
        )
        .map(event => `${event.reason}: ${event.message}`);
    },
    async restartWorkloads() {
      await end();
      stopWorkloads = new AbortController();
      workloads = await start();
    },
    async stop() {
      await end();
      stopApi.abort();
      await api.stop();
      client.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
