import type { ConfigApi } from '@backstage/frontend-plugin-api';
import { PlannedEnvironment } from './planService';

const USUAL_NAMESPACE = '{service}-{environment}';

/** The configured environments, of which a browser is told little. */
export function readPlannedEnvironments(
  config: ConfigApi,
): PlannedEnvironment[] {
  const environments =
    config.getOptionalConfigArray('slipway.environments') ?? [];
  return environments.map(environment => ({
    name: environment.getString('name'),
    namespacePattern:
      environment.getOptionalString('namespacePattern') ?? USUAL_NAMESPACE,
  }));
}
