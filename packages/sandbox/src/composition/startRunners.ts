import { Actions, defaultRunnerScaleSet, startActions } from '../actions';
import { GitHub } from '../github';
import { ImageStore } from '../images';
import { StateFolder } from '../state/StateFolder';
import { ensureObjects } from './ensureObjects';
import { BOT, ORGANISATION } from './githubSeed';
import { Cluster } from './startCluster';

/** Where built images live; no registry answers there. */
const REGISTRY = 'registry.slipway.localhost';

export interface StartRunnersOptions {
  hub: Cluster;
  github: GitHub;
  images: ImageStore;
  state: StateFolder;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** Actions, with one scale set of runners on the hub for the whole organisation. */
export async function startRunners(
  options: StartRunnersOptions,
): Promise<Actions> {
  const { hub, github, images, state, signal, log } = options;
  const actions = await startActions({
    github,
    images,
    clusters: { hub: hub.client('actions-runner-controller') },
    state: state.room('actions'),
    registryHost: REGISTRY,
    signal,
    log,
  });
  hub.addPodLogs(request => actions.podLogs(request));
  await ensureObjects(
    hub.client('slipway-seed'),
    defaultRunnerScaleSet({
      githubConfigUrl: `${github.url}/${ORGANISATION}`,
      githubToken: github.tokens.personal(BOT),
    }),
  );
  return actions;
}
