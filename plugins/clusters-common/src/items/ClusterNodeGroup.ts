/** A node group of a Magnum cluster. @public */
export interface ClusterNodeGroup {
  /** Of the node group. */
  uuid: string;
  /** For example `default-worker`. */
  name: string;
  /** `master`, `worker` or another one. */
  role: string;
  /** Whether it was made with the cluster. */
  isDefault: boolean;
  /** How many nodes it should have. */
  nodeCount: number;
  /** Lowest count for the autoscaler. */
  minNodeCount?: number;
  /** Highest count for the autoscaler. */
  maxNodeCount?: number;
  /** Name or id, as Magnum has it. */
  flavor?: string;
  /** Its label `kube_tag`, for example `v1.36.2`. */
  version?: string;
  /** As Magnum says, for example `UPDATE_FAILED`. */
  status: string;
  /** Magnum's words. */
  statusReason?: string;
  /** ISO time of the last write. */
  updatedAt?: string;
}
