import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../../__testUtils__/renderField';
import { ComponentsPicker } from './ComponentsPicker';

const components = [
  { name: 'cert-manager', description: 'Certificates' },
  { name: 'ingress-nginx', title: 'NGINX Ingress Controller' },
  { name: 'argo-cd' },
];

describe('ComponentsPicker', () => {
  it('keeps what is ticked in the order of the template', async () => {
    const rendered = renderField(ComponentsPicker, {
      field: 'components',
      form: { components: ['argo-cd'] },
      options: { components },
    });
    expect(
      await screen.findByRole('group', { name: 'Components' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'argo-cd' })).toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', { name: /cert-manager/ }),
    );
    expect(rendered.form.components).toEqual(['cert-manager', 'argo-cd']);

    await userEvent.click(screen.getByRole('checkbox', { name: 'argo-cd' }));
    expect(rendered.form.components).toEqual(['cert-manager']);
  });
});
