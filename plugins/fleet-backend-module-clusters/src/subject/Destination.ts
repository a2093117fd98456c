/** Names and addresses by which Applications may mean a cluster. */
export interface Destination {
  names: string[];
  servers: string[];
}
