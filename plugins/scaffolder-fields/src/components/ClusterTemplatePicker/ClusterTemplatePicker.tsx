import { Alert } from '@backstage/ui';
import {
  Choice,
  Choices,
  findChoice,
  knownChoices,
  useChoices,
} from '../../choices';
import { readForm } from '../../form';
import { ChoiceField } from '../ChoiceField';
import { describeUpgrade } from './describeUpgrade';
import { findUpgrades } from './findUpgrades';
import { clusterTemplateSchema } from './schema';
import { UpgradeNotes } from './UpgradeNotes';

/**
 * The version that a cluster gets, newest first. For an upgrade only newer ones
 * than the cluster runs, with what the upgrade does and does not do.
 */
export function ClusterTemplatePicker(
  props: typeof clusterTemplateSchema.TProps,
) {
  const { formContext, formData, onChange, rawErrors, required, schema } =
    props;
  const clusterField = props.uiSchema?.['ui:options']?.newerThanCluster;
  const form = readForm(formContext);
  const cloud = form.text('cloud');
  const uuid = clusterField && form.text(clusterField);

  const all = useChoices({
    resource: 'cluster-templates',
    context: { cloud },
  });
  const clusters = useChoices({
    resource: 'clusters',
    context: { cloud: uuid && cloud },
  });
  const cluster = findChoice(knownChoices(clusters), uuid);
  const choices = clusterField ? onlyUpgrades({ all, clusters, cluster }) : all;
  const usable = knownChoices(choices).filter(
    ({ hidden }) => hidden !== 'true',
  );
  const chosen = findChoice(usable, formData);
  const masters = form.number('masterCount') ?? 1;

  return (
    <ChoiceField
      label={schema.title ?? 'Version'}
      description={schema.description}
      isRequired={required}
      rawErrors={rawErrors}
      value={formData}
      onChange={onChange}
      choices={choices}
      describe={describeTemplate}
      preselected={
        !clusterField || usable.length === 1 ? usable[0]?.id : undefined
      }
      waitsFor={clusterField ? 'a cloud and a cluster' : 'a cloud'}
      empty={describeEmpty(clusterField, cluster)}
    >
      {chosen && cluster && (
        <UpgradeNotes
          upgrade={describeUpgrade({
            cluster,
            current: knownChoices(all).find(
              template => template.uuid === cluster.clusterTemplate,
            ),
            wanted: chosen,
          })}
        />
      )}
      {chosen?.masterLoadBalancer === 'false' && masters > 1 && (
        <Alert
          status="warning"
          icon
          role="status"
          title={`${masters} control-plane nodes need a load balancer, which ${chosen.name} does not have. Choose 1 control-plane node or another version.`}
        />
      )}
    </ChoiceField>
  );
}

function onlyUpgrades(found: {
  all: Choices;
  clusters: Choices;
  cluster?: Choice;
}): Choices {
  const { all, clusters, cluster } = found;
  if (all.outcome !== 'known') {
    return all;
  }
  // Without the cluster's version the templates are better than nothing.
  return clusters.outcome === 'loading' || clusters.outcome === 'not-asked'
    ? clusters
    : { ...all, choices: findUpgrades(all.choices, cluster) };
}

function describeTemplate({ hidden, title, distro, flavor }: Choice) {
  const isWithdrawn = hidden === 'true';
  const facts = [distro, flavor && `nodes ${flavor} unless said otherwise`];
  return {
    label: isWithdrawn ? `${title}, withdrawn` : title,
    description: facts.filter(Boolean).join(', ') || undefined,
    disabled: isWithdrawn,
  };
}

function describeEmpty(clusterField?: string, cluster?: Choice): string {
  if (!clusterField) {
    return 'The cloud has no cluster template for Kubernetes. The action magnum:cluster-template:ensure makes one.';
  }
  return cluster?.version
    ? `The cloud has nothing newer than ${cluster.version}, which the cluster runs.`
    : 'The cloud has nothing newer than what the cluster runs.';
}
