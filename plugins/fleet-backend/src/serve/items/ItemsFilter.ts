import { FleetFilter } from '@slipway/backstage-plugin-fleet-common';
import { EntityBinding } from '../entities/EntityBinding';

/** A filter whose entity has been looked up. */
export interface ItemsFilter extends FleetFilter {
  /** What `entityRef` stands for; with none such an entity has no items. */
  entity?: EntityBinding;
}
