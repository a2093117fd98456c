/** What `POST /clusters/{id}/actions/upgrade` takes. @public */
export interface UpgradeBody {
  /** Its uuid or name. */
  cluster_template: string;
  /** Magnum answers 500 when it is missing. */
  max_batch_size: number;
  /** Default: the default group of workers, and the control plane. */
  nodegroup?: string;
}
