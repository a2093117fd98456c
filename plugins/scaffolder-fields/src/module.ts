import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const serviceRepositoryPicker = FormFieldBlueprint.make({
  name: 'service-repository-picker',
  params: {
    field: () =>
      import('./components/ServiceRepositoryPicker').then(
        m => m.serviceRepositoryPickerField,
      ),
  },
});

/** The form fields of Slipway's templates. @public */
export const scaffolderFieldsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [serviceRepositoryPicker],
});
