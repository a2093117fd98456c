/**
 * What proves to an API server who asks.
 *
 * @public
 */
export interface ClusterCredentials {
  /** Headers of every request, for example `authorization`. */
  headers: Record<string, string>;
  /** PEM. */
  clientCertificate?: { cert: string; key: string };
}

/**
 * How to reach an API server.
 *
 * @public
 */
export interface ClusterAccess {
  /** URL without a path at its end. */
  server: string;
  /** PEM. */
  ca?: string;
  /** Name in the certificate of the server, where it is not that of the URL. */
  serverName?: string;
  /**
   * Whether anybody may pose as the server.
   *
   * @defaultValue false
   */
  skipTlsVerify?: boolean;
  /** URL of an HTTP proxy on the way; it may hold a password. */
  proxyUrl?: string;
  /**
   * Asked before each connection, so that tokens may rotate; `fresh` after a 401.
   *
   * @throws Error with what is wrong and what to do, without secrets.
   */
  authenticate(options: {
    fresh: boolean;
    signal: AbortSignal;
  }): Promise<ClusterCredentials>;
}

/**
 * A cluster that the fleet shall watch.
 *
 * @public
 */
export interface ClusterDefinition {
  /** Fleet name. */
  name: string;
  /** Who told of it, for messages: `fleet.clusters[2]`, `Secret slipway-fleet/dev-1 of platform`. */
  origin: string;
  /** Changes whenever the definition does. */
  revision: string;
  /** For watching; `error` instead where it cannot be asked at all, and why. */
  access: ClusterAccess | { error: string };
  /** For operations, where somebody chose to give it. */
  operator?: ClusterAccess;
  /** Entity reference of the owning group. */
  owner?: string;
  /** What environments select it by. */
  labels: Record<string, string>;
  /** Whether registration Secrets in it name further clusters. */
  hub: boolean;
}
