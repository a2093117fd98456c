import { renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  ScaffolderApi,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import { FleetApi, fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import { FakeFleet } from '@slipway/backstage-plugin-fleet-react/testUtils';
import { act } from '@testing-library/react';
import { ComponentType, useState } from 'react';
import { FakeClouds } from './FakeClouds';

export interface RenderFieldOptions {
  /** What of the form the field is. */
  field: string;
  /** What is filled in. */
  form?: Record<string, unknown>;
  clouds?: FakeClouds;
  fleet?: FleetApi;
  schema?: object;
  options?: object;
  required?: boolean;
  rawErrors?: string[];
  config?: NonNullable<Parameters<typeof renderInTestApp>[1]>['config'];
}

/** A field within a form that keeps its value, as the scaffolder's does. */
export function renderField(
  Field: ComponentType<never>,
  options: RenderFieldOptions,
) {
  const { field, clouds = FakeClouds.create(), form = {} } = options;
  const rendered = {
    form,
    clouds,
    /** As if something else was filled in. */
    fill: (_values: Record<string, unknown>): void => undefined,
  };
  const AnyField = Field as ComponentType<Record<string, unknown>>;

  function Form() {
    const [values, setValues] = useState(form);
    rendered.form = values;
    rendered.fill = more => act(() => setValues(old => ({ ...old, ...more })));
    return (
      <AnyField
        formData={values[field]}
        onChange={(value: unknown) =>
          setValues(old => ({ ...old, [field]: value }))
        }
        rawErrors={options.rawErrors ?? []}
        required={options.required ?? false}
        schema={options.schema ?? {}}
        uiSchema={{ 'ui:options': options.options ?? {} }}
        formContext={{ formData: values }}
      />
    );
  }

  renderInTestApp(<Form />, {
    config: options.config,
    apis: [
      [scaffolderApiRef, clouds as unknown as ScaffolderApi],
      [identityApiRef, { getCredentials: async () => ({ token: 'hers' }) }],
      [fleetApiRef, options.fleet ?? FakeFleet.create()],
    ],
  });
  return rendered;
}
