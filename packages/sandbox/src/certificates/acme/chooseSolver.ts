import { Issuer, Solver } from '../types';

/** A solver and the type of challenge that it answers. */
export interface ChosenSolver {
  solver: Solver;
  type: 'HTTP-01' | 'DNS-01';
}

/**
 * The solver that fits a name best: one that names it, then the longest zone,
 * then one without a selector. A wildcard can only be proven by DNS.
 */
export function chooseSolver(
  issuer: Issuer,
  domain: { name: string; wildcard: boolean; labels?: Record<string, string> },
): ChosenSolver | undefined {
  const fitting = (issuer.spec.acme?.solvers ?? [])
    .filter(solver => solver.dns01 || !domain.wildcard)
    .map(solver => ({ solver, rank: rankOf(solver, domain) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank);
  const [best] = fitting;
  return (
    best && {
      solver: best.solver,
      type: best.solver.dns01 ? 'DNS-01' : 'HTTP-01',
    }
  );
}

/** Negative when the solver is not for this name. */
function rankOf(
  { selector }: Solver,
  domain: { name: string; wildcard: boolean; labels?: Record<string, string> },
): number {
  const { dnsNames = [], dnsZones = [], matchLabels = {} } = selector ?? {};
  const labels = Object.entries(matchLabels);
  if (labels.some(([key, value]) => domain.labels?.[key] !== value)) {
    return -1;
  }
  const name = domain.wildcard ? `*.${domain.name}` : domain.name;
  if (dnsNames.includes(name)) {
    return 10_000 + labels.length;
  }
  const zones = dnsZones.filter(
    zone => domain.name === zone || domain.name.endsWith(`.${zone}`),
  );
  if (zones.length) {
    return Math.max(...zones.map(zone => zone.length)) * 10 + labels.length;
  }
  return dnsNames.length || dnsZones.length ? -1 : labels.length;
}
