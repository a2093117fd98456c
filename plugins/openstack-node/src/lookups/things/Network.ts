/** A network of Neutron. @public */
export interface Network {
  id: string;
  name: string;
  external: boolean;
  shared: boolean;
  /** Ids. */
  subnets: string[];
}
