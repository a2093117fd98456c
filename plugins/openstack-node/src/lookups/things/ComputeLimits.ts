import { Usage } from './Usage';

/** What servers use and may use. @public */
export interface ComputeLimits {
  instances: Usage;
  cores: Usage;
  ramMb: Usage;
}
