import { KubernetesClient } from '../client';
import { GitHub } from '../github';
import { ImageStore } from '../images';
import { StateFolder } from '../state/StateFolder';
import { RunnerRegistry } from './arc/RunnerRegistry';
import {
  RunnerScaleSets,
  startRunnerScaleSets,
} from './arc/startRunnerScaleSets';
import { addActionsRoutes } from './rest/addActionsRoutes';
import { addRunnerRoutes } from './rest/addRunnerRoutes';
import { addActionsPages } from './web/addActionsPages';
import { RunEngine } from './runs/RunEngine';
import { RunStore } from './runs/RunStore';
import { startTriggers } from './triggers/startTriggers';

export interface StartActionsOptions {
  github: GitHub;
  images: ImageStore;
  /** Where runner scale sets are. */
  clusters: { hub: KubernetesClient };
  state: StateFolder;
  /** Of the registry that jobs push to. */
  registryHost: string;
  signal: AbortSignal;
  log: (line: string) => void;
  now?: () => Date;
}

export interface Actions extends RunnerScaleSets {
  /** Resolves when, after the signal, no job runs any more. */
  settled(): Promise<void>;
}

/** Runs workflows on the runners of the hub's scale sets. */
export async function startActions(
  options: StartActionsOptions,
): Promise<Actions> {
  const { github, clusters, now = () => new Date() } = options;
  const store = RunStore.open(options.state);
  const engine = RunEngine.create({ ...options, store, now });
  const registry = RunnerRegistry.create({ nextId: () => store.nextId() });
  addActionsRoutes({ github, store, engine, now });
  addRunnerRoutes({ github, registry });
  addActionsPages({ github, store, engine });
  engine.resume();
  const scaleSets = await startRunnerScaleSets({
    ...options,
    client: clusters.hub,
    queue: engine,
    registry,
    now,
  });
  startTriggers({ ...options, store, engine, now });
  return { ...scaleSets, settled: () => engine.settled() };
}
