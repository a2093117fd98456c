/** An answer of an API server. */
export interface LiveAnswer {
  status: number;
  /** Parsed JSON, `undefined` when it was none. */
  body: unknown;
}

/** A cluster that is only read. */
export interface LiveCluster {
  name: string;
  server: string;
  /**
   * @throws InputError when it cannot be reached
   */
  get(path: string): Promise<LiveAnswer>;
}
