/** What servers of a cluster take of the quotas of a project. */
export interface Need {
  instances: number;
  cores: number;
  ramMb: number;
  volumes: number;
  gigabytes: number;
  floatingIps: number;
}
