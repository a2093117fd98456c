import {
  conditionsOf,
  KubernetesObject,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';

const COLLISION = /there are \d+ clusters with the same name/i;

/** What is kept of an Application: where it goes, and whether that is refused. */
export interface ApplicationSlice {
  /** Name of the cluster that it goes to. */
  name?: string;
  /** URL of the cluster that it goes to. */
  server?: string;
  /** What Argo CD says of a name that two clusters have. */
  collision?: string;
  /** ISO time since when it says so. */
  collisionSince?: string;
}

/** The slice of an Application. */
export function projectApplication(object: KubernetesObject): ApplicationSlice {
  const refused = conditionsOf(object).find(({ message }) =>
    COLLISION.test(message ?? ''),
  );
  return {
    name: textOf(object, 'spec', 'destination', 'name'),
    server: textOf(object, 'spec', 'destination', 'server'),
    collision: refused?.message,
    collisionSince: refused?.lastTransitionTime,
  };
}
