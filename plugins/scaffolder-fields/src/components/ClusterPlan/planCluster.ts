import { Choice } from '../../choices';
import { FormValues } from '../../form';
import { Stage } from '../StagePicker/readStages';
import { needOf } from './needOf';
import { Plan } from './Plan';
import { planQuota } from './planQuota';

export interface PlanClusterOptions {
  form: FormValues;
  template?: Choice;
  flavors: Choice[];
  quota: Choice[];
  stages: Stage[];
  /** That a cluster of this cloud usually takes. */
  usualMinutes?: number;
}

/** What an order makes, takes and costs in time, as far as the form is filled in. */
export function planCluster(options: PlanClusterOptions): Plan | undefined {
  const { form, flavors, template } = options;
  const name = form.text('name');
  const owner = form.text('owner');
  const cloud = form.text('cloud');
  const wanted = form.text('clusterTemplate');
  if (!name || !owner || !cloud || !wanted) {
    return undefined;
  }
  const nodeCount = form.number('nodeCount') ?? 1;
  const masterCount = form.number('masterCount') ?? 1;
  const flavor = form.text('flavor');
  const need = needOf({ nodeCount, masterCount, flavor, template, flavors });
  return {
    facts: [
      [
        'Cluster',
        `${name} in the cloud ${cloud}, from ${template?.name ?? wanted}${
          template?.version ? ` (Kubernetes ${template.version})` : ''
        }`,
      ],
      ['Owner', owner.replace(/^.*[:/]/, '')],
      ['Control plane', nodes(masterCount, template?.masterFlavor)],
      ['Nodes', nodes(nodeCount, flavor ?? template?.flavor)],
      ...(template ? [['Its API', describeApi(template)] as const] : []),
      ['Stage', describeStage(form.text('stage'), options.stages)],
      ['DNS zone', form.text('zone') ?? 'none'],
      ['Components', form.texts('components').join(', ') || 'none'],
      ['Afterwards', 'registered with Argo CD, the fleet and the catalog'],
      [
        'Takes',
        options.usualMinutes === undefined
          ? 'some minutes; nobody knows yet how many it usually takes here'
          : `about ${Math.max(
              1,
              Math.round(options.usualMinutes),
            )} minutes, by the last ones in ${cloud}`,
      ],
    ],
    ...planQuota(options.quota, need),
  };
}

function nodes(count: number, flavor: string | undefined): string {
  return `${count} × ${flavor ?? 'the flavor of the template'}`;
}

function describeApi({ floatingIp, masterLoadBalancer }: Choice): string {
  const where =
    floatingIp === 'true' ? 'at a floating IP' : 'inside the network only';
  return masterLoadBalancer === 'true'
    ? `${where}, behind a load balancer`
    : where;
}

function describeStage(name: string | undefined, stages: Stage[]): string {
  const environments =
    stages.find(stage => stage.name === name)?.environments ?? [];
  return environments.length > 0
    ? `${name}, for the environment ${environments.join(' and ')}`
    : `${name ?? 'none'}; no environment selects it`;
}
