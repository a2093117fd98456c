/** How one request of a reflector failed. */
export type Failure =
  /** 410: what happened since is no longer known. */
  | { kind: 'expired'; message: string }
  /** The resource is not served. */
  | { kind: 'absent'; message: string }
  | { kind: 'forbidden'; message: string }
  /** The credentials are wrong or there are none. */
  | { kind: 'refused'; message: string }
  /** The server has too much to do. */
  | { kind: 'busy'; message: string; retryAfterMs: number | undefined }
  /** The server does not understand the request, for example for WatchList. */
  | { kind: 'unsupported'; message: string }
  /** `opened`: the answer had begun as a success. */
  | { kind: 'trouble'; message: string; opened: boolean };

/** How one request of a reflector ended. */
export type Outcome =
  /** The server ended the watch, as it does every few minutes. */
  { kind: 'ended' } | Failure;
