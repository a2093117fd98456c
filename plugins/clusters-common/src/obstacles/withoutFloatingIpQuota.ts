const FLOATING_IP_QUOTA =
  /quota exceeded for resources: \[[\\'" ]*floatingips?[\\'" ]*\]|FloatingIpLimitExceeded/gi;

/** A text without what it says about the quota of floating IPs. */
export function withoutFloatingIpQuota(text: string): string {
  return text.replace(FLOATING_IP_QUOTA, '');
}
