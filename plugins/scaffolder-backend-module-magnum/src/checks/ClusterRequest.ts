/** What somebody orders. */
export interface ClusterRequest {
  name: string;
  /** Name of a group. */
  owner: string;
  /** Name or uuid. */
  clusterTemplate: string;
  nodeCount: number;
  masterCount: number;
  flavor?: string;
  masterFlavor?: string;
  keypair?: string;
  network?: string;
  subnet?: string;
  floatingIp?: boolean;
  labels: Record<string, string>;
  zone?: string;
  stage?: string;
  components: string[];
  /** Minutes. */
  createTimeout?: number;
}
