/** What every call to a cloud takes. @public */
export interface CallOptions {
  /** Ends the call. */
  signal?: AbortSignal;
}
