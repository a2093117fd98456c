import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentProps, useState } from 'react';
import { ServiceNameField } from './ServiceNameField';

type FieldProps = ComponentProps<typeof ServiceNameField>;

function Form() {
  const [formData, onChange] = useState<string | undefined>();
  const props = {
    formData,
    onChange,
    required: true,
    schema: { title: 'Name', description: 'Part of the hostname.' },
    uiSchema: {},
  };
  return <ServiceNameField {...(props as unknown as FieldProps)} />;
}

describe('ServiceNameField', () => {
  it('says while one types what is wrong', async () => {
    renderInTestApp(<Form />);
    const input = await screen.findByRole('textbox', { name: /Name/ });
    expect(input).not.toBeInvalid();

    await userEvent.type(input, 'my_');
    expect(screen.getByText(/"_" cannot be part of it/)).toBeInTheDocument();
    expect(input).toBeInvalid();

    await userEvent.type(input, '{Backspace}-shop');
    expect(screen.queryByText(/cannot be part/)).not.toBeInTheDocument();
    expect(input).toHaveValue('my-shop');
    expect(input).not.toBeInvalid();
  });
});
