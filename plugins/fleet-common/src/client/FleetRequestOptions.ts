/** What goes with one request. @public */
export interface FleetRequestOptions {
  /** Ends the request. */
  signal?: AbortSignal;
  /** In a backend: a token for the fleet plugin. Browsers have a fetchApi for it. */
  token?: string;
}
