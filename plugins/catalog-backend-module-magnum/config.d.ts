import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Clusters of the clouds in `magnum.clouds`. */
      magnum?: {
        /**
         * The group that owns clusters which were not made here. Default: the
         * first of `slipway.permission.platformGroups`.
         */
        owner?: string;
        /** How often the clouds are asked. Default: every minute. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
