/** A cluster template of Magnum. @public */
export interface ClusterTemplateRef {
  /** Of the template. */
  uuid: string;
  /** Of the template. */
  name: string;
  /** Its label `kube_tag`, for example `v1.36.2`. */
  version?: string;
}
