import { Usage } from './Usage';

/** What volumes use and may use. @public */
export interface VolumeLimits {
  volumes: Usage;
  gigabytes: Usage;
}
