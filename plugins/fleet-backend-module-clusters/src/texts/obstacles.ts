const FLOATING_IP_QUOTA =
  /quota exceeded for resources: \[[\\'" ]*floatingips?[\\'" ]*\]|FloatingIpLimitExceeded/gi;
const NO_ADDRESS =
  /No more IP addresses available on network|IpAddressGenerationFailure|ExternalIpAddressExhausted/i;
const QUOTA = /quota exceeded|LimitExceeded|exceeded for quota/i;
const OVER_QUOTA = /OverQuota/i;

/** The quota of the project is used up, but not that of floating IPs. */
export function isQuotaExceeded(text: string): boolean {
  const others = text.replace(FLOATING_IP_QUOTA, '');
  return QUOTA.test(others) || (others === text && OVER_QUOTA.test(text));
}

/** The project may have no more floating IPs. */
export function isFloatingIpQuota(text: string): boolean {
  return text.replace(FLOATING_IP_QUOTA, '') !== text;
}

/** No floating IP is left, for whatever reason. */
export function isFloatingIpMissing(text: string): boolean {
  return isFloatingIpQuota(text) || NO_ADDRESS.test(text);
}

/** No compute host takes the flavor. */
export function isNoValidHost(text: string): boolean {
  return /No valid host was found/i.test(text);
}

/** Keystone lets Magnum make no trust. */
export function isTrustRefused(text: string): boolean {
  return /Failed to create trustee or trust/i.test(text);
}

const IMAGE_LACKS =
  /does not have an? (kube_version|os_distro) property|does(n['’]t| not) contain os_distro field/i;
const IMAGE_MISSING =
  /\bimage\b(?:(?!\b(?:flavou?r|network|subnet|key ?pair|server|port|volume)\b)[^;\n]){0,200}? could not be found/i;

/** The image is missing, or lacks what the driver needs. */
export function isImageUnusable(text: string): boolean {
  return IMAGE_LACKS.test(text) || IMAGE_MISSING.test(text);
}

/** The flavor is missing or too small. */
export function isFlavorUnusable(text: string): boolean {
  return /Unable to find flavor|does not have enough (RAM|CPU)|flavor['’]s disk is too small/i.test(
    text,
  );
}

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

const GONE =
  /Could not find (user|application credential|project)\b|\btrustor\b|providerClient authentication err/i;
const UNAUTHORIZED = /\b401\b/;
const KEYSTONE =
  /keystone|identity|\/v3\/auth\/tokens|requires authentication/i;

/** Keystone does not take the credential that the cluster works with any more. */
export function isCreatorGone(text: string): boolean {
  return GONE.test(text) || (UNAUTHORIZED.test(text) && KEYSTONE.test(text));
}

/** Something in the cloud is in use and keeps the cluster from being deleted. */
export function isDeletionBlocked(text: string): boolean {
  return /Faileddelete|Failed to delete|\bin use\b|\b409\b|Failed to pre-delete resources/i.test(
    text,
  );
}
