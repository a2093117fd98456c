import type { ConfigApi } from '@backstage/frontend-plugin-api';
import { LABEL_STAGE } from '@slipway/backstage-plugin-fleet-common';

/** A stage, and the environments that select clusters by it. */
export interface Stage {
  name: string;
  environments: string[];
}

/** The stages that configured environments ask for, in their order. */
export function readStages(config: ConfigApi): Stage[] {
  const stages = new Map<string, string[]>();
  const environments =
    config.getOptionalConfigArray('slipway.environments') ?? [];
  for (const environment of environments) {
    // Labels have dots in their names: they are no paths of configuration.
    const labels = environment.getOptional<Record<string, unknown>>(
      'clusterSelector.matchLabels',
    );
    const stage = labels?.[LABEL_STAGE];
    if (typeof stage === 'string') {
      const names = stages.get(stage) ?? [];
      stages.set(stage, [...names, environment.getString('name')]);
    }
  }
  return [...stages].map(([name, names]) => ({ name, environments: names }));
}
