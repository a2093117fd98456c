import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const KEY = 'catalog.providers.magnum';

/** How clusters come into the catalog. */
export interface ProviderConfig {
  /** Entity reference of who owns clusters without marks. */
  owner: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** Reads `catalog.providers.magnum`; fails at start and names the key. */
export function readProviderConfig(config: RootConfigService): ProviderConfig {
  const provider = config.getOptionalConfig(KEY);
  const [platformGroup = 'platform-team'] =
    config.getOptionalStringArray('slipway.permission.platformGroups') ?? [];
  const schedule = provider?.getOptionalConfig('schedule');
  return {
    owner: stringifyEntityRef(
      parseEntityRef(provider?.getOptionalString('owner') ?? platformGroup, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    ),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 1 },
        },
  };
}
