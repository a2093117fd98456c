/**
 * What is written on a Magnum cluster, as labels, when it is made here. Reference,
 * cloud and project are its identity and never change.
 *
 * @public
 */
export interface ClusterMarks {
  /** Entity reference of its Resource, for example `resource:default/shop-prod`. */
  entityRef: string;
  /** Name of the cloud, as configured. */
  cloud: string;
  /** Id of the project in which it was made. */
  project: string;
  /** Name of the owning group in the default namespace. */
  owner: string;
  /** DNS zone of its services. */
  zone?: string;
  /** What environments select it by, the value of the label of the stage. */
  stage?: string;
  /** Platform components that were asked for. */
  components: string[];
}
