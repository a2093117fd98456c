import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { zoneSchema } from './schema';
import { validateZone } from './validateZone';
import { ZoneField } from './ZoneField';

/** The field that templates name by `ui:field: ZoneField`. */
export const zoneField = createFormField({
  name: 'ZoneField',
  component: ZoneField,
  schema: zoneSchema,
  validation: validateZone,
});
