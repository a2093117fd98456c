/** A range of addresses of a network. @public */
export interface Subnet {
  /** Unique in the cloud. */
  id: string;
  /** The id when it has none. */
  name: string;
  /** That it is a part of. */
  networkId: string;
  /** For example `10.0.0.0/24`. */
  cidr: string;
}
