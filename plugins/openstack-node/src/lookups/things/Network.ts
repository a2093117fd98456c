/** A network of Neutron. @public */
export interface Network {
  /** Unique in the cloud. */
  id: string;
  /** The id when it has none. */
  name: string;
  /** Whether floating IPs come from it. */
  external: boolean;
  /** Whether other projects see it. */
  shared: boolean;
  /** Ids. */
  subnets: string[];
}
