import { Router } from 'express';
import { computeRoutes } from './computeRoutes';
import { imageRoutes } from './imageRoutes';
import { networkRoutes } from './networkRoutes';
import { ServicesOptions } from './ServicesOptions';
import { volumeRoutes } from './volumeRoutes';

/** As much of Nova, Neutron, Glance and Cinder as is asked before a cluster is made. */
export function createServicesApp(options: ServicesOptions): Router {
  const router = Router();
  router.use('/compute', computeRoutes(options));
  router.use('/network', networkRoutes(options));
  router.use('/image', imageRoutes(options));
  router.use('/volume', volumeRoutes(options));
  return router;
}
