import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { causeRouteRef, certificateRouteRef, rootRouteRef } from '../routes';

/** The same routes, for an app of the old frontend system. */
export const legacyRoutes = {
  root: convertLegacyRouteRef(rootRouteRef),
  certificate: convertLegacyRouteRef(certificateRouteRef),
  cause: convertLegacyRouteRef(causeRouteRef),
};
