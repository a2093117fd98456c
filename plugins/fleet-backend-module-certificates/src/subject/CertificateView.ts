import { ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { Condition, Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { Cause } from '../findings/Cause';
import { CertificateSlice } from '../slices';
import { Attempts } from './attemptsOf';
import { IssuerView } from './findIssuer';
import { Lifetime } from './lifetimeOf';
import { Memory } from './Memory';
import { Moments } from './Moments';
import { Seen } from './Seen';
import { SeenRevision } from './SeenRevision';
import { Walk } from './walk';

/** Everything that the rules ask about one Certificate, looked up once. */
export interface CertificateView {
  ref: ItemRef;
  /** Id of the source that its cluster is. */
  source: string;
  read: Reader;
  moments: Moments;
  /** What was known of it before; undefined when it is seen for the first time. */
  memory?: Memory;
  certificate: Seen<CertificateSlice>;
  ready?: Condition;
  issuing?: Condition;
  lifetime: Lifetime;
  /** Seen within an hour; the first is that of an hour ago. */
  revisions: SeenRevision[];
  attempts: Attempts;
  /** Whether what was issued last can still be served. */
  isValid: boolean;
  /** Whether it should have been issued or renewed by now. */
  isDue: boolean;
  isIssuing: boolean;
  /** Whether the last attempt failed and none has begun since. */
  hasFailed: boolean;
  /** How long an issuance usually takes, in milliseconds. */
  usualTime: number;
  /** Whether an issuance is under way and has not taken longer than usual. */
  isWithinUsualTime: boolean;
  /** Whether it was never issued. */
  isFirstIssuance: boolean;
  issuer: IssuerView;
  walk: Walk;
  /** What another Certificate suffers from; nothing where that leads in a circle. */
  causeOf(other: ItemRef): Cause | undefined;
}
