import { KubernetesObject } from '../client';

export interface IngressBackend {
  service?: { name: string; port: { number?: number; name?: string } };
}

export interface IngressPath {
  path?: string;
  pathType?: 'Exact' | 'Prefix' | 'ImplementationSpecific';
  backend: IngressBackend;
}

export interface Ingress extends KubernetesObject {
  spec: {
    ingressClassName?: string;
    defaultBackend?: IngressBackend;
    tls?: { hosts?: string[]; secretName?: string }[];
    rules?: { host?: string; http?: { paths: IngressPath[] } }[];
  };
  status?: { loadBalancer?: { ingress?: { ip?: string }[] } };
}

export interface IngressService extends KubernetesObject {
  spec: { ports?: { name?: string; port: number }[] };
}

export interface IngressEndpoints extends KubernetesObject {
  ports?: { name?: string; port: number }[];
  endpoints?: { addresses: string[]; conditions?: { ready?: boolean } }[];
}

export interface TlsSecret extends KubernetesObject {
  type?: string;
  data?: Record<string, string>;
}

/** The pods' network, as far as a proxy needs it. */
export interface Network {
  /** The port of 127.0.0.1 where a pod's port answers, if it does. */
  resolve(address: string, port: number): number | undefined;
}
