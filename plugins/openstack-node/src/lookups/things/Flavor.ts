/** A size of servers. @public */
export interface Flavor {
  id: string;
  name: string;
  vcpus: number;
  ramMb: number;
  /** 0: servers need a boot volume. */
  diskGb: number;
}
