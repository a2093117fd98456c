import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

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
  extensions: [repositoryPicker, serviceName, servicePlan],
});
