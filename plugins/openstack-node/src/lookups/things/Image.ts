/** An image that servers boot. @public */
export interface Image {
  id: string;
  name: string;
  status: string;
  /** Picks Magnum's driver; images without it do not make clusters. */
  osDistro?: string;
  /** What the drivers for Cluster API install. */
  kubeVersion?: string;
}
