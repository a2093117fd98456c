import { Usage } from './Usage';

/** What volumes use and may use. @public */
export interface VolumeLimits {
  /** How many. */
  volumes: Usage;
  /** How large they are together. */
  gigabytes: Usage;
}
