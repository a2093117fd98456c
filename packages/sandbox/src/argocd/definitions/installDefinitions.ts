import { setTimeout as delay } from 'node:timers/promises';
import {
  Condition,
  KubernetesClient,
  KubernetesObject,
  resources,
} from '../../client';
import { applicationDefinition } from './applicationDefinition';
import { applicationSetDefinition } from './applicationSetDefinition';
import { appProjectDefinition } from './appProjectDefinition';

const DEFINITIONS = [
  applicationDefinition,
  appProjectDefinition,
  applicationSetDefinition,
];
const POLL_MS = 50;

/** Gives the hub Argo CD's kinds, and waits until it serves them. */
export async function installDefinitions(
  hub: KubernetesClient,
  signal: AbortSignal,
): Promise<void> {
  const kind = resources.customResourceDefinitions;
  await Promise.all(
    DEFINITIONS.map(async definition => {
      let current: KubernetesObject | undefined = await hub.apply(
        kind,
        definition,
        { force: true },
      );
      while (!isEstablished(current)) {
        await delay(POLL_MS, undefined, { signal });
        current = await hub.get(kind, definition.metadata.name);
      }
    }),
  );
}

function isEstablished(definition: KubernetesObject | undefined): boolean {
  const status = definition?.status as
    | { conditions?: Condition[] | null }
    | undefined;
  return !!status?.conditions?.some(
    condition =>
      condition.type === 'Established' && condition.status === 'True',
  );
}
