import { isFloatingIpQuota } from './isFloatingIpQuota';

const NO_ADDRESS =
  /No more IP addresses available on network|IpAddressGenerationFailure|ExternalIpAddressExhausted/i;

/** No floating IP is left, for whatever reason. */
export function isFloatingIpMissing(text: string): boolean {
  return isFloatingIpQuota(text) || NO_ADDRESS.test(text);
}
