import { ItemRef, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSecretSlice } from '../slices';
import { Moments } from './Moments';
import { Seen } from './Seen';
import { Surroundings } from './Surroundings';

/** Everything that the rules ask about a cluster that is not Magnum's. */
export interface RegisteredView {
  ref: ItemRef;
  moments: Moments;
  around: Surroundings;
  /** In the fleet, else in Argo CD. */
  name: string;
  /** Absent when the fleet does not watch it. */
  fleet?: SourceInfo;
  /** Its cluster Secrets, by hub, namespace and name. */
  secrets: Seen<ClusterSecretSlice>[];
}
