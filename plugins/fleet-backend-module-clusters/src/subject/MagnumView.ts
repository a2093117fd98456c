import { ItemRef, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import {
  ApiSlice,
  ClusterSlice,
  ClusterTemplateSlice,
  NodeGroupSlice,
} from '../slices';
import { Moments } from './Moments';
import { Phase } from './phaseOf';
import { Seen } from './Seen';
import { Surroundings } from './Surroundings';

/** Everything that the rules ask about one cluster of Magnum, looked up once. */
export interface MagnumView {
  ref: ItemRef;
  read: Reader;
  moments: Moments;
  around: Surroundings;
  /** Name of the cloud. */
  cloud: string;
  /** The cloud as a source. */
  source?: SourceInfo;
  row: Row;
  cluster: ClusterSlice;
  phase: Phase;
  /** Control plane first, then by name. */
  nodeGroups: Seen<NodeGroupSlice>[];
  /** Absent as well when the platform's user may not see it. */
  template?: Seen<ClusterTemplateSlice>;
  /** How Magnum itself is. */
  api?: Seen<ApiSlice>;
  /** The same cluster in the fleet. */
  fleet?: SourceInfo;
}
