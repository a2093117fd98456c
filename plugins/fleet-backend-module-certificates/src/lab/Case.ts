import { Status } from '@slipway/backstage-plugin-fleet-common';
import { LabObject } from './LabObject';
import { Scene } from './Scene';

/** Renews a Certificate by hand, as the product does. */
export type Renew = (certificate: string) => Promise<void>;

/** One state of a real Certificate, and what has to be concluded from it. */
export interface Case {
  /** Says the state; also the name of its sample. */
  state: string;
  /** Name of the Certificate. */
  certificate: string;
  /** Brings it there, where that is more than to make it. */
  provoke?(scene: Scene, renew: Renew): Promise<void>;
  /** It is there when an object of this kind looks so. */
  there: { kind: string; isSo(object: LabObject): boolean };
  concludes: Conclusion;
  /** What would have to be concluded if it stayed so. */
  later?: Conclusion & { minutes: number };
}

/** What the item has to say. */
export interface Conclusion {
  status: Status;
  /** Absent when it has no finding. */
  finding?: {
    cause: string;
    /** Kind of the evidence. */
    evidence: string;
    /** In the evidence's own words. */
    says?: string;
  };
}
