import { SecureContext } from 'node:tls';
import { Informer, KubernetesClient, resources } from '../client';
import { admitIngresses, Admission } from './admitIngresses';
import { findHost, findLocation, Host } from './Host';
import { TlsContexts } from './TlsContexts';
import {
  Ingress,
  IngressBackend,
  IngressEndpoints,
  IngressService,
  Network,
  TlsSecret,
} from './types';

/** One cluster behind the proxy. */
export interface IngressCluster {
  name: string;
  client: KubernetesClient;
  /** Hosts below this name are this cluster's. */
  zone: string;
  /** The certificate for hosts that name no Secret of their own. */
  wildcardSecret: { namespace: string; name: string };
  network: Network;
}

/** Where a request goes: real ports of 127.0.0.1, the next one first. */
export interface Route {
  host: Host;
  service?: string;
  ports: number[];
}

/** What a TLS client gets for a name. */
export type Handshake =
  | { context: SecureContext }
  | 'refuse'
  | 'unknown-host'
  | 'no-certificate';

export const INGRESS_CLASS = 'nginx';
const SERVICE_LABEL = 'kubernetes.io/service-name';

/** The routes and certificates of one cluster, always as its objects say. */
export class ClusterIngress {
  readonly cluster: IngressCluster;
  readonly ingresses: Informer<Ingress>;
  readonly synced: Promise<unknown>;
  readonly #services: Informer<IngressService>;
  readonly #slices: Informer<IngressEndpoints>;
  readonly #secrets: Informer<TlsSecret>;
  readonly #contexts = TlsContexts.create();
  readonly #turns = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #hosts = new Map<string, Host>();
  #admissions: Admission[] = [];

  static start(cluster: IngressCluster, signal: AbortSignal): ClusterIngress {
    return new ClusterIngress(cluster, signal);
  }

  private constructor(cluster: IngressCluster, signal: AbortSignal) {
    const { client } = cluster;
    this.cluster = cluster;
    this.ingresses = Informer.start({
      client,
      resource: resources.ingresses,
      signal,
    });
    this.#services = Informer.start({
      client,
      resource: resources.services,
      signal,
    });
    this.#slices = Informer.start({
      client,
      resource: resources.endpointSlices,
      signal,
    });
    this.#secrets = Informer.start({
      client,
      resource: resources.secrets,
      signal,
    });
    this.synced = Promise.all(
      [this.ingresses, this.#services, this.#slices, this.#secrets].map(
        informer => informer.synced,
      ),
    );
    this.ingresses.onChange(() => this.#admit());
    this.#secrets.onChange(() => this.#listeners.forEach(tell => tell()));
  }

  get admissions(): Admission[] {
    return this.#admissions;
  }

  /** Calls when an Ingress or a Secret has changed. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  hasHost(name: string): boolean {
    return findHost(this.#hosts, name) !== undefined;
  }

  /** Where a request goes, `undefined` for an unknown host or path. */
  route(name: string, path: string): Route | undefined {
    const host = findHost(this.#hosts, name);
    const location = host && findLocation(host, path);
    return location && this.#routeTo(host, location.backend);
  }

  /** The certificate for a name. */
  handshake(name: string): Handshake {
    const host = findHost(this.#hosts, name);
    if (!host) {
      return 'unknown-host';
    }
    const { secretName } = host.tls ?? {};
    const { namespace } = host.ingress.metadata;
    const { wildcardSecret } = this.cluster;
    const secret = secretName
      ? this.#secrets.get(secretName, namespace)
      : this.#secrets.get(wildcardSecret.name, wildcardSecret.namespace);
    const context = secret && this.#contexts.get(secret);
    if (context) {
      return { context };
    }
    // As NGINX does for a host whose own Secret is missing or broken.
    return secretName ? 'refuse' : 'no-certificate';
  }

  /** The wildcard certificate of the zone, for names without an Ingress. */
  wildcard(): SecureContext | undefined {
    const { namespace, name } = this.cluster.wildcardSecret;
    const secret = this.#secrets.get(name, namespace);
    return secret && this.#contexts.get(secret);
  }

  /** The TLS Secrets that an Ingress names and that cannot be used. */
  badSecrets(ingress: Ingress): string[] {
    const { namespace } = ingress.metadata;
    return (ingress.spec.tls ?? []).flatMap(({ secretName }) => {
      const secret = secretName && this.#secrets.get(secretName, namespace);
      const usable = secret && this.#contexts.get(secret);
      return !secretName || usable ? [] : [secretName];
    });
  }

  #admit() {
    const ingresses = this.ingresses
      .list()
      .filter(ingress => ingress.spec.ingressClassName === INGRESS_CLASS);
    const { hosts, admissions } = admitIngresses(ingresses);
    this.#hosts = hosts;
    this.#admissions = admissions;
    this.#listeners.forEach(tell => tell());
  }

  #routeTo(host: Host, backend: IngressBackend): Route {
    const { namespace } = host.ingress.metadata;
    const { name, port } = backend.service ?? {};
    const service = name && this.#services.get(name, namespace);
    const servicePort =
      service &&
      service.spec.ports?.find(
        p => p.port === port?.number || (port?.name && p.name === port.name),
      );
    if (!servicePort) {
      return { host, service: name, ports: [] };
    }
    const slices = this.#slices
      .list(namespace)
      .filter(slice => slice.metadata.labels?.[SERVICE_LABEL] === name);
    const ports = slices.flatMap(slice =>
      this.#portsOf(slice, servicePort.name ?? ''),
    );
    return {
      host,
      service: name,
      ports: this.#takeTurns(`${namespace}/${name}`, ports),
    };
  }

  #portsOf(slice: IngressEndpoints, portName: string): number[] {
    const port = slice.ports?.find(p => (p.name ?? '') === portName)?.port;
    if (port === undefined) {
      return [];
    }
    return (slice.endpoints ?? [])
      .filter(endpoint => endpoint.conditions?.ready !== false)
      .flatMap(endpoint => endpoint.addresses)
      .map(address => this.cluster.network.resolve(address, port))
      .filter(real => real !== undefined);
  }

  #takeTurns(key: string, ports: number[]): number[] {
    const turn = (this.#turns.get(key) ?? 0) % Math.max(1, ports.length);
    this.#turns.set(key, turn + 1);
    return [...ports.slice(turn), ...ports.slice(0, turn)];
  }
}
