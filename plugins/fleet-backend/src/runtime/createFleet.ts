import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  mergeResources,
  systemClock,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import {
  ClusterRegistry,
  ConfigClusterSource,
  RegistrationClusterSource,
} from '../sources';
import { RowSourceRunner } from '../rowSources';
import { applyMigrations, DatabaseFleetStore, FleetStore } from '../store';
import { Contributions } from './Contributions';
import { createProblemReporter } from './createProblemReporter';
import { FleetRuntime, FleetWatch } from './FleetRuntime';
import { loadDomains } from './loadDomains';
import { readProjection } from './readProjection';

/** The read side without those who read. */
export interface Fleet {
  runtime: FleetRuntime;
  registry: ClusterRegistry;
  /** All that is watched: clusters and other sources. */
  watch: FleetWatch;
  resources: WatchedResource[];
  store: FleetStore;
}

/** Puts the read side together; it has what the last run left, and watches nothing yet. */
export async function createFleet(options: {
  config: Config;
  contributions: Contributions;
  database: DatabaseService;
  logger: LoggerService;
  now: () => Date;
}): Promise<Fleet> {
  const { config, contributions, database, logger, now } = options;
  const clock = systemClock;
  const { random } = Math;
  const onProblem = createProblemReporter({ logger, now });

  const loaded = loadDomains(contributions.domains);
  const domains = loaded.map(({ domain }) => domain);
  const resources = mergeResources(domains, { onProblem });

  const store = DatabaseFleetStore.create({
    knex: await applyMigrations(database),
    now,
  });
  const runtime = await FleetRuntime.create({
    domains,
    store,
    projection: readProjection(loaded, resources),
    onProblem,
    logger,
    clock,
    now,
  });
  const registry = ClusterRegistry.create({
    sources: [
      ConfigClusterSource.create({ config, clock }),
      ...contributions.clusterSources,
    ],
    registrationsOf: hub =>
      RegistrationClusterSource.create({ hub, clock, now, random, logger }),
    resources: resources.filter(({ from }) => from === 'cluster'),
    resumeFrom: source => runtime.resumeFrom(source),
    remembered: runtime.sourceIds(),
    clock,
    now,
    random,
    logger,
  });
  const rowSources = RowSourceRunner.create({
    sources: contributions.rowSources,
    resources,
    reader: runtime.engine.reader,
    remembered: runtime.sourceIds(),
    clock,
    now,
    random,
    logger,
  });
  const watch: FleetWatch = {
    async run(sink, signal) {
      await Promise.all([
        registry.run(sink, signal),
        rowSources.run(sink, signal),
      ]);
    },
  };
  return { runtime, registry, watch, resources, store };
}
