import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NODE_GROUPS } from '../../__testUtils__/choices';
import { FakeClouds } from '../../__testUtils__/FakeClouds';
import { renderField } from '../../__testUtils__/renderField';
import { NodeGroupPicker } from './NodeGroupPicker';

describe('NodeGroupPicker', () => {
  it('offers the groups of workers', async () => {
    const clouds = FakeClouds.create({ 'node-groups': NODE_GROUPS });
    const rendered = renderField(NodeGroupPicker, {
      field: 'nodeGroup',
      clouds,
      form: { cloud: 'acme', cluster: 'c-1' },
    });
    const button = await screen.findByRole('button', { name: /Node group/ });
    await waitFor(() => expect(button).toBeEnabled());
    expect(button).toHaveTextContent('The group that was made with');
    expect(clouds.requests).toMatchObject([
      { context: { cloud: 'acme', cluster: 'c-1' } },
    ]);

    await userEvent.click(button);
    expect(await screen.findAllByRole('option')).toHaveLength(3);
    await userEvent.click(screen.getByRole('option', { name: /large/ }));
    expect(rendered.form.nodeGroup).toBe('large');
  });
});
