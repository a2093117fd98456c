/** What an object says about who owns it. @public */
export interface RowOwner {
  /** For example `ReplicaSet`. */
  kind: string;
  /** Of the owner. */
  name: string;
  /** Of the owner. */
  uid: string;
  /** Whether it manages the object. */
  controller: boolean;
}

/**
 * The small projection of one object, made the moment it arrives. Whole
 * objects are never kept.
 *
 * @public
 */
export interface Row {
  /** Id of the source, for example `cluster/dev-1`. */
  readonly source: string;
  /** Id of the {@link ResourceSpec}, for example `certificates.cert-manager.io`. */
  readonly resource: string;
  /** For example `Pod`. */
  readonly kind: string;
  /** Empty for what has no namespace. */
  readonly namespace: string;
  /** Of the object. */
  readonly name: string;
  /** Of the object; empty when it tells none. */
  readonly uid: string;
  /** Of the last change, seen or not. */
  readonly resourceVersion: string;
  /** Of the spec. */
  readonly generation?: number;
  /** ISO time of `creationTimestamp`. */
  readonly createdAt?: string;
  /** ISO time of `deletionTimestamp`. */
  readonly deletingSince?: string;
  /** ISO time, the newest in `managedFields`. */
  readonly writtenAt?: string;
  /** All of them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Owner references that are complete. */
  readonly owners: readonly RowOwner[];
  /** What each domain keeps of it, by domain id. */
  readonly slices: Readonly<Record<string, unknown>>;
  /** ISO time at which a projected field last changed while it was watched. */
  readonly changedAt?: string;
  /** ISO time at which the object went; such rows stay for a while. */
  readonly goneAt?: string;
}
