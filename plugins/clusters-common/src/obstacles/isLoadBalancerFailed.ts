const LOAD_BALANCER = /load[ -]?balancer/i;
const LOAD_BALANCER_EVENT = /Failedcreate(loadbalancer|listener)/i;
const HEAT_LOAD_BALANCER =
  /\bresources\.(api_lb|loadbalancer)\b|\b(api_lb|loadbalancer)\b[^;\n]{0,80}\bfailed\b/i;

/** Octavia did not bring up the load balancer of the API. */
export function isLoadBalancerFailed(text: string): boolean {
  const isNamed = LOAD_BALANCER.test(text);
  return (
    LOAD_BALANCER_EVENT.test(text) ||
    HEAT_LOAD_BALANCER.test(text) ||
    (isNamed &&
      (/\bERROR\b/.test(text) || /not active after timeout/i.test(text)))
  );
}
