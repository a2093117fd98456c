/** Magnum has begun; the cluster's status says how it goes on. @public */
export interface MagnumAccepted {
  /** Of the cluster. */
  uuid: string;
}
