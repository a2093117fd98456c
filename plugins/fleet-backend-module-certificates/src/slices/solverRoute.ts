import {
  Condition,
  conditionsOf,
  KubernetesObject,
  listOf,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** What is kept of an Ingress or HTTPRoute that answers a Challenge. */
export interface SolverRouteSlice {
  /** Of an HTTPRoute, what each Gateway says of it. */
  parents: Condition[][];
}

/** The slice of an Ingress or HTTPRoute; none unless it is a Challenge's. */
export function projectSolverRoute(
  object: KubernetesObject,
): SolverRouteSlice | undefined {
  const isSolver = listOf(object, 'metadata', 'ownerReferences').some(
    owner => textOf(owner, 'kind') === 'Challenge',
  );
  return isSolver
    ? {
        parents: listOf(object, 'status', 'parents').map(status =>
          conditionsOf({ status }),
        ),
      }
    : undefined;
}
