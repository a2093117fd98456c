import { FleetActionsOptions } from './FleetActionsOptions';
import { registerGetFleetItem } from './registerGetFleetItem';
import { registerListFleetIncidents } from './registerListFleetIncidents';
import { registerListFleetItems } from './registerListFleetItems';
import { registerListFleetSources } from './registerListFleetSources';

/** Registers the reads of the fleet as actions, for MCP clients and templates. */
export function registerActions(options: FleetActionsOptions): void {
  registerListFleetItems(options);
  registerGetFleetItem(options);
  registerListFleetIncidents(options);
  registerListFleetSources(options);
}
