import {
  compareStatuses,
  FleetItem,
  formatEvidence,
  formatItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { Conclusion } from './Conclusion';

/** What is said about the items of some domains, worst first. */
export function conclude(items: FleetItem[], domains: string[]): Conclusion[] {
  const shown = items.filter(({ ref }) => domains.includes(ref.domain));
  const impacts = collectImpacts(shown);
  return shown
    .map(item => toConclusion(item, impacts))
    .sort(
      (a, b) =>
        compareStatuses(a.status, b.status) || (a.subject < b.subject ? -1 : 1),
    );
}

function toConclusion(
  item: FleetItem,
  impacts: Map<string, string[]>,
): Conclusion {
  const { ref, status, finding } = item;
  const subject = formatItemRef(ref);
  if (!finding) {
    return { subject, status };
  }
  return {
    subject,
    status,
    cause: finding.cause,
    evidence: formatEvidence(finding.evidence),
    says: finding.says,
    root: finding.root,
    impact: impacts.get(rootKey(item)),
    advice: finding.advice,
    since: shortTime(finding.since),
    until: shortTime(finding.until),
  };
}

function collectImpacts(items: FleetItem[]): Map<string, string[]> {
  const names = new Map<string, Set<string>>();
  for (const item of items.filter(({ finding }) => finding)) {
    const key = rootKey(item);
    const hit = names.get(key) ?? new Set();
    names.set(key, hit);
    item.impact.forEach(name => hit.add(name));
  }
  return new Map([...names].map(([key, hit]) => [key, [...hit].sort()]));
}

function rootKey({ ref, finding }: FleetItem): string {
  return `${ref.domain} ${finding?.root}`;
}

/** As Kubernetes writes times: without milliseconds where there are none. */
function shortTime(time: string | undefined): string | undefined {
  return time?.replace('.000Z', 'Z');
}
