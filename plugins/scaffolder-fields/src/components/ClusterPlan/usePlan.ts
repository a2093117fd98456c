import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Choices, findChoice, knownChoices, useChoices } from '../../choices';
import { useKnownClusters } from '../../fleet';
import { FormValues } from '../../form';
import { readStages } from '../StagePicker/readStages';
import { Plan } from './Plan';
import { planCluster } from './planCluster';

/** The plan, and how far the quotas of the cloud are known. */
export interface KnownPlan {
  plan?: Plan;
  quota: Choices;
}

/** Plans what the form orders with what the cloud and the fleet tell. */
export function usePlan(form: FormValues): KnownPlan {
  const cloud = form.text('cloud');
  const wanted = form.text('clusterTemplate');
  const stages = readStages(useApi(configApiRef));
  const context = { cloud };
  const templates = useChoices({ resource: 'cluster-templates', context });
  const flavors = useChoices({ resource: 'flavors', context });
  const quota = useChoices({ resource: 'quota', context });
  const usualMinutes = useKnownClusters().find(
    cluster => cluster.cloud === cloud && cluster.usualMinutes !== undefined,
  )?.usualMinutes;
  return {
    quota,
    plan: planCluster({
      form,
      template: findChoice(knownChoices(templates), wanted),
      flavors: knownChoices(flavors),
      quota: knownChoices(quota),
      stages,
      usualMinutes,
    }),
  };
}
