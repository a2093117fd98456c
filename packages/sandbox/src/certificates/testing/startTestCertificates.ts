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
import { startKubernetesApi } from '../../kubernetes';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';
import { AcmeRefusals, startCertificates } from '..';
import { issuer, NAMESPACE } from './objects';

/** A cluster with cert-manager, for tests. */
export interface TestCertificates {
  client: KubernetesClient;
  /** With the rights of the product's own operations. */
  operator: KubernetesClient;
  /** The CA behind the ACME issuers. */
  ca: CertificateAuthority;
  log: string[];
  /** What the ACME server and the DNS provider refuse. */
  refusals: AcmeRefusals;
  /** Moves the clock; only cert-manager has it. */
  advance(ms: number): void;
  /** Resolves with the object as soon as it is as wanted. */
  until<T extends KubernetesObject>(
    resource: KubernetesResource,
    name: string,
    isSo: (object: T | undefined) => boolean,
  ): Promise<T>;
  /** Resolves with the first object whose name begins so and that is as wanted. */
  untilOne<T extends KubernetesObject>(
    resource: KubernetesResource,
    prefix: string,
    isSo: (object: T) => boolean,
  ): Promise<T>;
  /** Resolves when an event `Reason: message` about an object is there. */
  untilEvent(name: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an API server with cert-manager, the issuer `letsencrypt` and the namespace `shop-dev`. */
export async function startTestCertificates(
  refusals = AcmeRefusals.create(),
): Promise<TestCertificates> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certificates-'));
  const state = StateFolder.open(folder);
  const stop = new AbortController();
  const { signal } = stop;
  const now = new Date();
  const api = await startKubernetesApi({
    name: 'dev-1',
    port: 0,
    state: state.room('api'),
    ca: await CertificateAuthority.loadOrCreate(state, 'dev-1', now),
    users: [
      { token: 'admin', name: 'admin', groups: ['system:masters'] },
      { token: 'operator', name: 'operator', groups: [] },
    ],
    signal,
    log: () => {},
  });
  const clientOf = (token: string) =>
    KubernetesClient.create({
      name: 'dev-1',
      server: api.url,
      caPem: api.caPem,
      token,
      manager: 'test',
    });
  const client = clientOf('admin');
  const operator = clientOf('operator');
  await client.create(resources.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });
  const ca = await CertificateAuthority.loadOrCreate(state, 'sandbox', now);
  const log: string[] = [];
  let offset = 0;
  await startCertificates({
    client,
    ca,
    refusals,
    signal,
    log: line => log.push(line),
    now: () => new Date(Date.now() + offset),
  });

  await client.create(
    resources.clusterIssuers,
    issuer('letsencrypt', [{ http01: {} }, { dns01: { webhook: {} } }]),
  );

  async function watch<T extends KubernetesObject, R>(
    resource: KubernetesResource,
    look: (informer: Informer<T>) => R | undefined,
  ): Promise<R> {
    const watching = new AbortController();
    const informer = Informer.start<T>({
      client,
      resource,
      namespace: NAMESPACE,
      signal: watching.signal,
    });
    await informer.synced;
    const found = await new Promise<R>(resolve => {
      const check = () => {
        const result = look(informer);
        if (result !== undefined) {
          resolve(result);
        }
      };
      informer.onChange(check);
      check();
    });
    watching.abort();
    return found;
  }

  return {
    client,
    operator,
    ca,
    log,
    refusals,
    advance: ms => {
      offset += ms;
    },
    until: <T extends KubernetesObject>(
      resource: KubernetesResource,
      name: string,
      isSo: (object: T | undefined) => boolean,
    ) =>
      watch<T, { object: T | undefined }>(resource, informer => {
        const object = informer.get(name, NAMESPACE) ?? informer.get(name, '');
        return isSo(object) ? { object } : undefined;
      }).then(({ object }) => object as T),
    untilOne: <T extends KubernetesObject>(
      resource: KubernetesResource,
      prefix: string,
      isSo: (object: T) => boolean,
    ) =>
      watch<T, T>(resource, informer =>
        informer
          .list()
          .find(
            object => object.metadata.name.startsWith(prefix) && isSo(object),
          ),
      ),
    untilEvent: async (name, text) => {
      await watch(resources.events, informer =>
        informer
          .list()
          .find(
            event =>
              (event.involvedObject as { name: string }).name === name &&
              `${event.reason}: ${event.message}` === text,
          ),
      );
    },
    stop: async () => {
      stop.abort();
      await api.stop();
      client.close();
      operator.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
