import { Usage } from './Usage';

/** What servers use and may use. @public */
export interface ComputeLimits {
  /** Servers. */
  instances: Usage;
  /** Virtual CPUs. */
  cores: Usage;
  /** Memory in MB. */
  ramMb: Usage;
}
