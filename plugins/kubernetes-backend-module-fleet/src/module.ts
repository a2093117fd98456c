import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  kubernetesClusterSupplierExtensionPoint,
  kubernetesFetcherExtensionPoint,
  kubernetesServiceLocatorExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import { fleetDirectoryServiceRef } from '@slipway/backstage-plugin-fleet-node';
import { FleetClustersSupplier } from './clusters/FleetClustersSupplier';
import { FleetServiceLocator } from './entities/FleetServiceLocator';
import { FleetFetcher } from './fetcher/FleetFetcher';

/**
 * Lets the Kubernetes plugin ask the clusters of the fleet, and of them only
 * those that hold an entity and answer.
 *
 * @public
 */
export const kubernetesModuleFleet = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'fleet',
  register(env) {
    env.registerInit({
      deps: {
        clusters: kubernetesClusterSupplierExtensionPoint,
        fetcher: kubernetesFetcherExtensionPoint,
        locator: kubernetesServiceLocatorExtensionPoint,
        directory: fleetDirectoryServiceRef,
        logger: coreServices.logger,
      },
      async init({ clusters, fetcher, locator, directory, logger }) {
        const supplier = FleetClustersSupplier.create({ directory, logger });
        clusters.addClusterSupplier(supplier);
        locator.addServiceLocator(
          FleetServiceLocator.create({ directory, supplier }),
        );
        fetcher.addFetcher(async ({ getDefault }) =>
          FleetFetcher.create({ inner: await getDefault(), supplier }),
        );
      },
    });
  },
});
