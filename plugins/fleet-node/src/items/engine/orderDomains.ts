import { FleetDomain } from '../FleetDomain';

/**
 * Domains with those that they depend on before them.
 *
 * @throws Error when they depend on each other in a circle, or share an id.
 * @internal
 */
export function orderDomains(domains: FleetDomain[]): FleetDomain[] {
  const byId = new Map(domains.map(domain => [domain.id, domain]));
  if (byId.size < domains.length) {
    throw new Error('Two domains have the same id');
  }
  const ordered = new Set<FleetDomain>();
  const visit = (domain: FleetDomain, path: string[]) => {
    if (path.includes(domain.id)) {
      throw new Error(
        `Domains depend on each other in a circle: ${[...path, domain.id].join(
          ' -> ',
        )}`,
      );
    }
    if (ordered.has(domain)) {
      return;
    }
    for (const id of domain.dependsOn ?? []) {
      const needed = byId.get(id);
      if (needed) {
        visit(needed, [...path, domain.id]);
      }
    }
    ordered.add(domain);
  };
  domains.forEach(domain => visit(domain, []));
  return [...ordered];
}
