import { InputError } from '@backstage/errors';
import { Environment } from '@slipway/backstage-plugin-fleet-common';
import { PlacedEnvironment } from '../manifests';

/** What is known of an environment's cluster at the moment. */
export interface EnvironmentPlace {
  name: string;
  cluster?: string;
  zone?: string;
}

/** Puts the clusters that were found beside the configured environments. */
export function placeEnvironments(
  environments: Environment[],
  places: EnvironmentPlace[] = [],
): PlacedEnvironment[] {
  if (environments.length === 0) {
    throw new InputError(
      'No environment is configured (slipway.environments), so there is nowhere to deploy to',
    );
  }
  const stranger = places.find(
    place => !environments.some(({ name }) => name === place.name),
  );
  if (stranger) {
    throw new InputError(
      `There is no environment ${stranger.name} in slipway.environments`,
    );
  }
  return environments.map(environment => {
    const place = places.find(({ name }) => name === environment.name);
    return { ...environment, cluster: place?.cluster, zone: place?.zone };
  });
}
