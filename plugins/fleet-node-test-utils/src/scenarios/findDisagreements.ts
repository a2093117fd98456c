import {
  FleetItem,
  formatEvidence,
  formatItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { Expectation } from '@slipway/backstage-plugin-fleet-node/engine';
import { LoadedScenario } from './loadScenario';

/**
 * Where the engine concludes something else than a scenario expects, one line
 * each: status, cause, evidence, text, impact, and the silence of the healthy.
 *
 * @public
 */
export function findDisagreements(loaded: LoadedScenario): string[] {
  const { scenario, engine } = loaded;
  const items = engine
    .items()
    .filter(({ ref }) => ref.domain === scenario.domain);
  const expected = new Map(
    scenario.expect.map(entry => [entry.subject, entry]),
  );
  const missing = [...expected.keys(), ...scenario.silent].filter(
    subject => !engine.item(subject),
  );
  return [
    ...missing.map(subject => `${subject}: there is no such item`),
    ...items.flatMap(item => {
      const id = formatItemRef(item.ref);
      const expectation = expected.get(id) ?? healthy(id);
      return compare(item, { expectation, items }).map(
        line => `${id}: ${line}`,
      );
    }),
  ];
}

function healthy(subject: string): Expectation {
  return { subject, status: 'healthy', says: [] };
}

function compare(
  item: FleetItem,
  options: { expectation: Expectation; items: FleetItem[] },
): string[] {
  const { expectation, items } = options;
  const { finding } = item;
  const evidence = finding && formatEvidence(finding.evidence);
  const says = finding?.says ?? '';
  const impact = impactOf(item, items);
  return [
    differ('status', item.status, expectation.status),
    differ('cause', finding?.cause, expectation.cause),
    ...(expectation.evidence
      ? [differ('evidence', evidence, expectation.evidence)]
      : []),
    ...expectation.says
      .filter(text => !says.includes(text))
      .map(text => `says "${says}", without "${text}"`),
    ...(expectation.impact
      ? [differ('impact', impact, [...expectation.impact].sort().join(', '))]
      : []),
  ].filter(line => line !== undefined);
}

function differ(what: string, is: unknown, expected: unknown) {
  return is === expected ? undefined : `${what} is ${is}, not ${expected}`;
}

function impactOf(item: FleetItem, items: FleetItem[]): string {
  const root = item.finding?.root;
  const hit = items.filter(({ finding }) => root && finding?.root === root);
  return [...new Set(hit.flatMap(({ impact }) => impact))].sort().join(', ');
}
