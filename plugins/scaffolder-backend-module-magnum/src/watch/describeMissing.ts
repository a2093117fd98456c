import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

const FINE = ['ready', 'ok', 'true'];

/** What a build still waits for, as far as Magnum says. */
export function describeMissing(cluster: MagnumCluster): string {
  const missing = Object.entries(cluster.health_status_reason ?? {}).filter(
    ([, text]) => !FINE.includes(text.toLowerCase()),
  );
  if (missing.length > 0) {
    return missing.map(([name, text]) => `${name}: ${text}`).join('; ');
  }
  return cluster.status_reason?.trim() || 'Magnum does not say what for';
}
