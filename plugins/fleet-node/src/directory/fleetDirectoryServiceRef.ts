import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultFleetDirectory } from './DefaultFleetDirectory';
import { FleetDirectoryService } from './FleetDirectory';

/** Where other plugins of the same backend learn of the fleet's clusters. @public */
export const fleetDirectoryServiceRef = createServiceRef<FleetDirectoryService>(
  {
    id: 'fleet.directory',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {},
        factory: () => DefaultFleetDirectory.create(),
      }),
  },
);
