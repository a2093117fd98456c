import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { FleetView } from '../serve/FleetView';

/** What the actions read with: the same authorized view as the HTTP API. */
export interface FleetActionsOptions {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  view: FleetView<BackstageCredentials>;
}
