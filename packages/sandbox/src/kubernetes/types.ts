import { KubernetesObject } from '../client/types';

/** Who asks, as authentication found out. */
export interface UserInfo {
  name: string;
  uid?: string;
  groups: string[];
  extra?: Record<string, string[]>;
}

/** A user with a fixed token. */
export interface TokenUser {
  token: string;
  name: string;
  groups: string[];
}

export interface PodLogRequest {
  namespace: string;
  pod: string;
  container: string;
  follow: boolean;
  previous: boolean;
  timestamps: boolean;
  tailLines?: number;
  sinceSeconds?: number;
  signal: AbortSignal;
}

/** Lines (with their line ends) of a container; throws a StatusError to refuse. */
export type PodLogs = (
  request: PodLogRequest,
) => Promise<AsyncIterable<string>> | AsyncIterable<string>;

/** Objects in the store are shared: never change one, make a new one. */
export type StoredObject = Readonly<KubernetesObject>;
