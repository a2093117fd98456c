import { ArgoCd, startArgoCd } from '../argocd';
import { GitHub } from '../github';
import { findKubectl } from '../kubectl/findKubectl';
import { StateFolder } from '../state/StateFolder';
import { Restartable } from './Restartable';
import { Cluster } from './startCluster';

export interface StartArgoCdOnOptions {
  hub: Cluster;
  github: GitHub;
  state: StateFolder;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** Argo CD on the hub, told of every push as a webhook would tell it. */
export async function startArgoCdOn(
  options: StartArgoCdOnOptions,
): Promise<Restartable<ArgoCd>> {
  const { hub, github, state, signal, log } = options;
  const kubectl = await findKubectl({ cacheFolder: state.folder('tools') });
  const argocd = await Restartable.start(signal, own =>
    startArgoCd({
      hub: hub.client('argocd-application-controller'),
      state: state.room('argocd'),
      kubectl,
      signal: own,
      log,
    }),
  );
  github.events.on('push', ({ repository }) =>
    argocd.part?.refreshRepository(`${github.url}/${repository.fullName}.git`),
  );
  return argocd;
}
