import { Status } from '@slipway/backstage-plugin-fleet-common';

/** What is said about one item, as it is printed. */
export interface Conclusion {
  /** `domain/cluster/namespace/name`. */
  subject: string;
  status: Status;
  cause?: string;
  /** `Kind/namespace/name`. */
  evidence?: string;
  says?: string;
  root?: string;
  /** Everything in the domain that the same root hits. */
  impact?: string[];
  advice?: string;
  since?: string;
  until?: string;
}
