import { withoutFloatingIpQuota } from './withoutFloatingIpQuota';

const QUOTA = /quota exceeded|LimitExceeded|exceeded for quota/i;
const OVER_QUOTA = /OverQuota/i;

/** The quota of the project is used up, but not that of floating IPs. */
export function isQuotaExceeded(text: string): boolean {
  const others = withoutFloatingIpQuota(text);
  return QUOTA.test(others) || (others === text && OVER_QUOTA.test(text));
}
