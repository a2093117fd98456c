import { ObjectKey } from '../reflector/KnownObjects';

/** What the last run left of one resource. */
export interface ResumeResource {
  /** Absent: not all of it was known. */
  resourceVersion?: string;
  /** ISO time. */
  lastContact?: string;
  /** Namespaces of which all was known for themselves. */
  namespaces?: ReadonlyMap<string, { lastContact?: string }>;
  /** Of the rows that are there; rows themselves will do. */
  known: Iterable<ObjectKey>;
}

/** What the last run left of one cluster. */
export interface ResumeFrom {
  /** Of the cluster that the rest is about. */
  uid?: string;
  /** ISO time. */
  lastContact?: string;
  /** By the id of the resource. */
  resources: ReadonlyMap<string, ResumeResource>;
}
