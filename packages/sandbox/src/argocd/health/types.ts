import { KubernetesObject } from '../../client';
import { HealthCode } from '../types';

/** What Argo CD concludes from the state of one object. */
export interface Health {
  status: HealthCode;
  message?: string;
}

/** The health of objects of one kind. */
export type HealthCheck = (object: KubernetesObject) => Health;
