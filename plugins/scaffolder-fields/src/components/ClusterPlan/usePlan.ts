import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Choices, findChoice, knownChoices, useChoices } from '../../choices';
import { useKnownClusters } from '../../fleet';
import { FormValues } from '../../form';
import { readStages } from '../StagePicker/readStages';
import { Plan } from './Plan';
import { planCluster } from './planCluster';

/** The plan, and how far the cloud has told what it takes. */
export interface KnownPlan {
  plan?: Plan;
  answers: Choices;
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
    answers: worstOf([quota, templates, flavors]),
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

/** One word for all: their first problem, then that they are awaited. */
function worstOf(all: Choices[]): Choices {
  const problems = all.filter(
    answer => answer.outcome === 'failed' || answer.outcome === 'not-allowed',
  );
  const [first] = problems;
  return first
    ? { ...first, retry: () => problems.forEach(({ retry }) => retry()) }
    : all.find(({ outcome }) => outcome === 'loading') ?? all[0];
}
