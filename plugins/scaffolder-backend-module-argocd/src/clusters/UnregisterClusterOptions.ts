import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Hub } from '../hubs';
import { CloudAccess } from './magnum';

/** Which cluster is unregistered, and who hears of it. */
export interface UnregisterClusterOptions extends CloudAccess {
  hub: Hub;
  name: string;
  owner: string;
  /** Where Magnum has it; left out: as the registration says. */
  cluster?: { cloud?: string; id: string };
  /** Although Applications go there. */
  force: boolean;
  dryRun: boolean;
  /** Throws unless the caller may dispose of what belongs to nobody. */
  authorizePlatform(): Promise<void>;
  log(line: string): void;
  signal: AbortSignal | undefined;
  clock: Clock | undefined;
}
