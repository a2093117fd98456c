import { Config } from '@backstage/config';
import { CloudDefinition } from './CloudDefinition';

/** Where clouds are described. */
export interface ReadCloudDefinitionsOptions {
  config: Config;
  environment: Record<string, string | undefined>;
}

/** What `magnum.clouds` says. */
export function readCloudDefinitions(
  _options: ReadCloudDefinitionsOptions,
): CloudDefinition[] {
  return [];
}
