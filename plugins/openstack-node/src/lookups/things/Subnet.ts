/** A range of addresses of a network. @public */
export interface Subnet {
  id: string;
  name: string;
  networkId: string;
  cidr: string;
}
