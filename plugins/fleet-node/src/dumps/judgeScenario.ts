import { FleetDomain, FleetEngine } from '../items';
import { mergeResources, ProblemReporter } from '../rows';
import { dumpInput } from './dumpInput';
import { readSourceDumps } from './readSourceDumps';
import { Scenario } from './Scenario';

/**
 * An engine that knows what a scenario says, at its time. The resources of the
 * scenario's own domain are all there for it; other domains know of them, and of
 * what they read besides, as far as it is seen.
 *
 * @public
 */
export function judgeScenario(options: {
  scenario: Scenario;
  domains: FleetDomain[];
  onProblem?: ProblemReporter;
}): FleetEngine {
  const { scenario, domains, onProblem } = options;
  const now = new Date(scenario.now);
  const own = domains.find(({ id }) => id === scenario.domain);
  const complete = {
    domain: scenario.domain,
    resources: own?.resources.map(({ id }) => id) ?? [],
  };
  const engine = FleetEngine.create({ domains, onProblem, now: () => now });
  engine.apply(
    dumpInput({
      clusters: scenario.clusters.map(cluster => ({ ...cluster, complete })),
      sources: readSourceDumps({
        document: scenario.document,
        domains,
        onProblem,
      }),
      resources: mergeResources(domains, { onProblem }),
      now,
    }),
  );
  return engine;
}
