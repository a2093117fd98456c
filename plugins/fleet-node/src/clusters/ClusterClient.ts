/** An answer of an API server, also 4xx and 5xx. @public */
export interface ClusterResponse {
  /** HTTP status. */
  status: number;
  /** Parsed JSON, `undefined` when there was none. */
  body: unknown;
}

/**
 * One-off requests to one cluster.
 *
 * @public
 */
export interface ClusterClient {
  /**
   * Sends one request and waits for its answer.
   *
   * @throws Error when the server cannot be reached; never for a status.
   */
  request(options: {
    method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
    /** Path and query below the server's URL. */
    path: string;
    body?: unknown;
    /** @defaultValue application/json */
    contentType?: string;
    signal: AbortSignal;
  }): Promise<ClusterResponse>;
}
