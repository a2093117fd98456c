import { ClusterSlice } from '../slices';

const OK = /^ok$/i;

/** Whether what Magnum says of a cluster's health is that its API is down. */
export function isApiDown({ healthReasons }: ClusterSlice): boolean {
  const { api, controlplane = '' } = healthReasons;
  return (
    (api !== undefined && !OK.test(api)) ||
    (api === undefined &&
      /waiting on/i.test(controlplane) &&
      /\bAvailable\b/.test(controlplane))
  );
}
