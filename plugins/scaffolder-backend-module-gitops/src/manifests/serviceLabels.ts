import {
  LABEL_ENVIRONMENT,
  LABEL_OWNER,
  LABEL_SERVICE,
} from '@slipway/backstage-plugin-fleet-common';
import { ServiceIdentity } from './ServiceManifestOptions';

/** Labels of everything that belongs to a service in one environment. */
export function serviceLabels(
  service: ServiceIdentity,
  environment: { name: string },
): Record<string, string> {
  return {
    [LABEL_OWNER]: service.owner,
    [LABEL_SERVICE]: service.name,
    [LABEL_ENVIRONMENT]: environment.name,
  };
}
