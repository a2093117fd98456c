/** A size of servers. @public */
export interface Flavor {
  /** Unique in the cloud. */
  id: string;
  /** What Magnum takes too. */
  name: string;
  /** Virtual CPUs. */
  vcpus: number;
  /** Memory in MB. */
  ramMb: number;
  /** 0: servers need a boot volume. */
  diskGb: number;
}
