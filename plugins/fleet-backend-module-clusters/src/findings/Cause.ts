import { ClusterCause } from '@slipway/backstage-plugin-clusters-common';
import { ObjectRef, Status } from '@slipway/backstage-plugin-fleet-common';

/** What one step of the list of causes found. */
export interface Cause {
  code: ClusterCause;
  evidence: ObjectRef;
  /** The words of the evidence. */
  says: string;
  /** Where it is not the usual one of the code. */
  status?: Status;
  /** What must be mended; the cluster itself when left out. */
  root?: string;
  /** What it hits, in the unit of the code; the cluster's name when left out. */
  impact?: string[];
  /** What the figures add. */
  detail?: string;
  /** ISO time since when it holds. */
  since?: string;
}
