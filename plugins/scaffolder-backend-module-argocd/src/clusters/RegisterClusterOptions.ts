import { Environment } from '@slipway/backstage-plugin-fleet-common';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Hub } from '../hubs';
import { CloudAccess, ClusterReference } from './magnum';
import { RegistrationRight } from './RegistrationRight';
import { RegistrationFacts } from './registrations';

/** Which cluster is registered, how, and who hears of it. */
export interface RegisterClusterOptions {
  hub: Hub;
  /** Of all hubs. */
  environments: Environment[];
  cluster: ClusterReference;
  createAdmin: CloudAccess['createAdmin'];
  facts: Omit<RegistrationFacts, 'server' | 'cloud' | 'clusterId'>;
  /** Whether an account for operations is made. */
  operator: boolean;
  /** Whether the reader reads Secrets. */
  secretsReader: boolean;
  /** Names new Secrets for tokens; left out: tokens that are there stay. */
  rotation: string | undefined;
  dryRun: boolean;
  right: RegistrationRight;
  /** Throws unless the caller may dispose of what belongs to nobody. */
  authorizePlatform(): Promise<void>;
  log(line: string): void;
  signal: AbortSignal | undefined;
  clock: Clock | undefined;
}

export interface RegisterClusterResult {
  name: string;
  server: string;
  /** Whether each credential was tried on the cluster. */
  verified: boolean;
}
