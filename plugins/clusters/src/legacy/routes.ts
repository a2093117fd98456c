import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  causeRouteRef,
  certificatesRouteRef,
  clusterRouteRef,
  rootRouteRef,
  templateRouteRef,
} from '../routes';

/** The same routes, for an app of the old frontend system. */
export const legacyRoutes = {
  root: convertLegacyRouteRef(rootRouteRef),
  cluster: convertLegacyRouteRef(clusterRouteRef),
  cause: convertLegacyRouteRef(causeRouteRef),
};

/** What other plugins have, where the app has them. */
export const legacyExternalRoutes = {
  template: convertLegacyRouteRef(templateRouteRef),
  certificates: convertLegacyRouteRef(certificatesRouteRef),
};
