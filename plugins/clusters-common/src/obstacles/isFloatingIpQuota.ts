import { withoutFloatingIpQuota } from './withoutFloatingIpQuota';

/** The project may have no more floating IPs. @public */
export function isFloatingIpQuota(text: string): boolean {
  return withoutFloatingIpQuota(text) !== text;
}
