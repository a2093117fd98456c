import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const cloudPicker = FormFieldBlueprint.make({
  name: 'cloud-picker',
  params: {
    field: () => import('./components/CloudPicker').then(m => m.cloudField),
  },
});

const clusterPlan = FormFieldBlueprint.make({
  name: 'cluster-plan',
  params: {
    field: () =>
      import('./components/ClusterPlan').then(m => m.clusterPlanField),
  },
});

const clusterTemplatePicker = FormFieldBlueprint.make({
  name: 'cluster-template-picker',
  params: {
    field: () =>
      import('./components/ClusterTemplatePicker').then(
        m => m.clusterTemplateField,
      ),
  },
});

const componentsPicker = FormFieldBlueprint.make({
  name: 'components-picker',
  params: {
    field: () =>
      import('./components/ComponentsPicker').then(m => m.componentsField),
  },
});

const flavorPicker = FormFieldBlueprint.make({
  name: 'flavor-picker',
  params: {
    field: () => import('./components/FlavorPicker').then(m => m.flavorField),
  },
});

const nodeCount = FormFieldBlueprint.make({
  name: 'node-count',
  params: {
    field: () =>
      import('./components/NodeCountField').then(m => m.nodeCountField),
  },
});

const nodeGroupPicker = FormFieldBlueprint.make({
  name: 'node-group-picker',
  params: {
    field: () =>
      import('./components/NodeGroupPicker').then(m => m.nodeGroupField),
  },
});

const stagePicker = FormFieldBlueprint.make({
  name: 'stage-picker',
  params: {
    field: () => import('./components/StagePicker').then(m => m.stageField),
  },
});

const zone = FormFieldBlueprint.make({
  name: 'zone',
  params: {
    field: () => import('./components/ZoneField').then(m => m.zoneField),
  },
});

const repositoryPicker = FormFieldBlueprint.make({
  name: 'repository-picker',
  params: {
    field: () =>
      import('./components/RepositoryPicker').then(m => m.repositoryField),
  },
});

const serviceName = FormFieldBlueprint.make({
  name: 'service-name',
  params: {
    field: () =>
      import('./components/ServiceNameField').then(m => m.serviceNameField),
  },
});

const servicePlan = FormFieldBlueprint.make({
  name: 'service-plan',
  params: {
    field: () =>
      import('./components/ServicePlan').then(m => m.servicePlanField),
  },
});

/** The form fields of Slipway's templates. @public */
export const scaffolderFieldsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    cloudPicker,
    clusterPlan,
    clusterTemplatePicker,
    componentsPicker,
    flavorPicker,
    nodeCount,
    nodeGroupPicker,
    repositoryPicker,
    serviceName,
    servicePlan,
    stagePicker,
    zone,
  ],
});
