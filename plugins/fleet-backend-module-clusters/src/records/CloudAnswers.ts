/**
 * What one cloud's Magnum answered, as last read. What is absent was not asked,
 * or may not be.
 */
export interface CloudAnswers {
  /** Name of the cloud. */
  cloud: string;
  /** Whole bodies. */
  clusters?: readonly unknown[];
  /** Id of the cluster to whole bodies. */
  nodegroups?: Readonly<Record<string, unknown>>;
  /** Whole bodies. */
  clustertemplates?: readonly unknown[];
  /** Id of the project to body. */
  quotas?: Readonly<Record<string, unknown>>;
  /** Id of the project to body. */
  stats?: Readonly<Record<string, unknown>>;
  /** How Magnum itself is. */
  api: ApiAnswer;
}

/** How Magnum itself is. */
export interface ApiAnswer {
  /** ISO time of the last good answer, where the source's own contact does not say it. */
  observedAt?: string;
  /** It is shown, but nothing may be provisioned in it. */
  watchOnly?: boolean;
  /** Present while Magnum or Keystone does not answer. */
  error?: ApiError;
}

/** Why Magnum or Keystone does not answer. */
export interface ApiError {
  /** Method and path of the first call that failed. */
  request: string;
  /** HTTP status; `null` when there was no answer. */
  status: number | null;
  /** Body or network error. */
  message: string;
  /** ISO time of the first failure. */
  since: string;
  /** How often it was tried since. */
  attempts: number;
}
