import { readFileSync } from 'node:fs';
import {
  FleetDomain,
  FleetEngine,
  isScenario,
  judgeScenario,
  readDocuments,
  readScenario,
  Scenario,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** A scenario, and what the engine concludes from it. @public */
export interface LoadedScenario {
  /** As the file says. */
  scenario: Scenario;
  /** At the time of the scenario. */
  engine: FleetEngine;
}

/**
 * Reads a scenario of the failure corpus and lets the domains judge it.
 *
 * @throws Error when the file holds no scenario, or a domain throws
 * @public
 */
export function loadScenario(
  file: string,
  options: { domains: FleetDomain[] },
): LoadedScenario {
  const document = readDocuments(readFileSync(file, 'utf8')).find(isScenario);
  if (!document) {
    throw new Error(`${file} holds no scenario`);
  }
  const scenario = readScenario(document);
  const engine = judgeScenario({
    scenario,
    domains: options.domains,
    onProblem({ domain, step, subject, error }) {
      throw new Error(`${domain}, ${step} of ${subject}: ${error.message}`);
    },
  });
  return { scenario, engine };
}
