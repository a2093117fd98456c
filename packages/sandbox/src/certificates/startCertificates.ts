import { setMaxListeners } from 'node:events';
import {
  Controller,
  EventRecorder,
  Informer,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  resources,
  startController,
} from '../client';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { AcmeRefusals } from './acme/AcmeRefusals';
import { reconcileChallenge } from './acme/reconcileChallenge';
import { reconcileOrder } from './acme/reconcileOrder';
import { annotations } from './annotations';
import { CertManager } from './CertManager';
import { ComponentEvents } from './ComponentEvents';
import { installDefinitions } from './installDefinitions';
import { reconcileCertificate } from './issuance/reconcileCertificate';
import { reconcileIssuer, secretNamespaceOf } from './issuers/reconcileIssuer';
import { ownerKey } from './ownerKey';
import { reconcileRequest } from './requests/reconcileRequest';
import { reconcileIngress } from './shim/reconcileIngress';
import { Issuer } from './types';

export interface StartCertificatesOptions {
  client: KubernetesClient;
  /** Signs for ACME issuers. */
  ca: CertificateAuthority;
  signal: AbortSignal;
  log: (line: string) => void;
  now?: () => Date;
  /** What the ACME server and the DNS provider refuse. @default nothing */
  refusals?: AcmeRefusals;
}

/** Starts cert-manager in a cluster; resolves when its kinds are served and watched. */
export async function startCertificates(
  options: StartCertificatesOptions,
): Promise<void> {
  const { client, signal } = options;
  // Eight informers and seven controllers wait for it, which is no leak.
  setMaxListeners(0, signal);
  await installDefinitions(client);
  const manager = createManager(options);
  const informers = Object.values(manager).filter(
    part => part instanceof Informer,
  );
  await Promise.race([
    Promise.all(informers.map(informer => informer.synced)),
    new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    }),
  ]);
  startControllers(manager, options);
}

function createManager(options: StartCertificatesOptions): CertManager {
  const { client, ca, signal, log, now = () => new Date() } = options;
  const watch = <T extends KubernetesObject>(resource: KubernetesResource) =>
    Informer.start<T>({ client, resource, signal });
  return {
    client,
    ca,
    now,
    events: ComponentEvents.create(component =>
      EventRecorder.create({ client, component, log, now }),
    ),
    refusals: options.refusals ?? AcmeRefusals.create(),
    presentFailures: new Map(),
    certificates: watch(resources.certificates),
    requests: watch(resources.certificateRequests),
    orders: watch(resources.orders),
    challenges: watch(resources.challenges),
    issuers: watch(resources.issuers),
    clusterIssuers: watch(resources.clusterIssuers),
    secrets: watch(resources.secrets),
    ingresses: watch(resources.ingresses),
  };
}

function startControllers(
  manager: CertManager,
  { signal, log }: StartCertificatesOptions,
) {
  const { certificates, requests, orders, challenges } = manager;
  const start = <T extends KubernetesObject>(
    name: string,
    informer: Informer<T>,
    reconcile: (manager: CertManager, object: T) => Promise<number | void>,
  ): Controller => {
    const controller = startController({
      name,
      signal,
      log,
      reconcile: async key => {
        const [namespace, objectName] = key.split('/');
        const object = informer.get(objectName, namespace);
        return object && reconcile(manager, object);
      },
    });
    informer.onChange(({ after }) => after && controller.enqueue(keyOf(after)));
    return controller;
  };

  const certificate = start('certificates', certificates, reconcileCertificate);
  const request = start('certificaterequests', requests, reconcileRequest);
  const order = start('orders', orders, reconcileOrder);
  const challenge = start('challenges', challenges, reconcileChallenge);
  const issuer = start('issuers', manager.issuers, reconcileIssuer);
  const clusterIssuer = start(
    'clusterissuers',
    manager.clusterIssuers,
    reconcileIssuer,
  );
  const ingress = start('ingress-shim', manager.ingresses, reconcileIngress);

  const toOwner = <T extends KubernetesObject>(
    informer: Informer<T>,
    kind: string,
    controller: Controller,
  ) =>
    informer.onChange(({ before, after }) => {
      const key = ownerKey((after ?? before)!, kind);
      if (key) {
        controller.enqueue(key);
      }
    });
  toOwner(requests, 'Certificate', certificate);
  toOwner(orders, 'CertificateRequest', request);
  toOwner(challenges, 'Order', order);
  toOwner(certificates, 'Ingress', ingress);

  const enqueueAll = <T extends KubernetesObject>(
    informer: Informer<T>,
    controller: Controller,
  ) => informer.list().forEach(object => controller.enqueue(keyOf(object)));
  const stopListening = manager.refusals.onChange(() => {
    enqueueAll(manager.issuers, issuer);
    enqueueAll(manager.clusterIssuers, clusterIssuer);
    enqueueAll(challenges, challenge);
  });
  signal.addEventListener('abort', stopListening, { once: true });

  for (const informer of [manager.issuers, manager.clusterIssuers]) {
    informer.onChange(() => enqueueAll(requests, request));
  }
  manager.secrets.onChange(({ before, after }) => {
    const { name, namespace, labels } = (after ?? before)!.metadata;
    const isTemporary = labels?.[annotations.nextPrivateKey] === 'true';
    for (const object of certificates.list(namespace)) {
      const used = isTemporary
        ? object.status?.nextPrivateKeySecretName
        : object.spec.secretName;
      if (used === name) {
        certificate.enqueue(keyOf(object));
      }
    }
    const usesSecret = (object: Issuer) =>
      object.spec.ca?.secretName === name &&
      secretNamespaceOf(object) === namespace;
    manager.issuers
      .list()
      .filter(usesSecret)
      .forEach(object => issuer.enqueue(keyOf(object)));
    manager.clusterIssuers
      .list()
      .filter(usesSecret)
      .forEach(object => clusterIssuer.enqueue(keyOf(object)));
  });
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
