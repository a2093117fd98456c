/** An image that servers boot. @public */
export interface Image {
  /** Unique in the cloud. */
  id: string;
  /** The id when it has none. */
  name: string;
  /** `active` when it can be used. */
  status: string;
  /** Picks Magnum's driver; images without it do not make clusters. */
  osDistro?: string;
  /** What the drivers for Cluster API install. */
  kubeVersion?: string;
}
