import {
  clusterSourceId,
  Coverage,
} from '@slipway/backstage-plugin-fleet-common';
import {
  CoverageEntry,
  FleetDomain,
  FleetEngine,
  mergeResources,
  ProblemReporter,
  Row,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { Judgement } from '../Judgement';
import { listResource, ListResult } from './listResource';
import { openCluster } from './openCluster';

/** An engine that knows what a live cluster holds now. Nothing is written to it. */
export async function judgeLive(options: {
  context?: string;
  kubeconfig?: string;
  domains: FleetDomain[];
  now: Date;
  note: (text: string) => void;
  onProblem: ProblemReporter;
}): Promise<Judgement> {
  const { domains, now, note, onProblem } = options;
  const cluster = await openCluster(options);
  const source = clusterSourceId(cluster.name);
  const rows: Row[] = [];
  const coverage: CoverageEntry[] = [];
  const resources = mergeResources(domains, { onProblem });
  for (const resource of resources.filter(({ from }) => from === 'cluster')) {
    const { id } = resource;
    const list = (namespace?: string) =>
      listResource({
        cluster,
        resource,
        namespace,
        take(object) {
          const row = resource.project(source, object);
          if (row) {
            rows.push(row);
          }
        },
      });
    const result = await list();
    coverage.push({ source, resource: id, coverage: coverageOf(result) });
    if (result.outcome === 'forbidden') {
      note(`${id} may not be read: ${result.reason}`);
      for (const namespace of resource.namespacesWhenForbidden ?? []) {
        const found = coverageOf(await list(namespace));
        coverage.push({ source, resource: id, namespace, coverage: found });
      }
    }
  }
  const engine = FleetEngine.create({ domains, onProblem, now: () => now });
  engine.apply({
    rows,
    coverage,
    sources: [
      {
        id: source,
        kind: 'cluster',
        name: cluster.name,
        server: cluster.server,
        state: 'live',
        reachable: true,
        since: now.toISOString(),
        lastContact: now.toISOString(),
      },
    ],
  });
  return { engine, now };
}

function coverageOf({ outcome }: ListResult): Coverage {
  return { state: outcome === 'complete' ? 'live' : outcome };
}
