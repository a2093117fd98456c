import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NODE_GROUPS } from '../../__testUtils__/choices';
import { FakeClouds } from '../../__testUtils__/FakeClouds';
import { renderField } from '../../__testUtils__/renderField';
import { NodeCountField } from './NodeCountField';

const schema = { title: 'Nodes', minimum: 0, maximum: 5000 };

async function type(text: string): Promise<HTMLElement> {
  const input = await screen.findByRole('textbox', { name: /Nodes/ });
  await userEvent.clear(input);
  await userEvent.type(input, text);
  return input;
}

describe('NodeCountField', () => {
  it('takes a whole number', async () => {
    const form = { nodeCount: 2 };
    const rendered = renderField(NodeCountField, {
      field: 'nodeCount',
      form,
      schema,
    });
    expect(await type('12')).toHaveValue('12');
    expect(rendered.form.nodeCount).toBe(12);
  });

  it.each([
    ['-1', /"-1" is not a whole number/, undefined],
    ['2.5', /"2\.5" is not a whole number/, undefined],
    ['many', /"many" is not a whole number/, undefined],
    ['10000', /At most 5000/, 10_000],
  ])('says what is wrong with %s', async (text, message, value) => {
    const rendered = renderField(NodeCountField, {
      field: 'nodeCount',
      schema,
    });
    expect(await type(text)).toBeInvalid();
    expect(screen.getByText(message)).toBeInTheDocument();
    expect(rendered.form.nodeCount).toBe(value);
  });

  it('can be emptied', async () => {
    const rendered = renderField(NodeCountField, {
      field: 'nodeCount',
      form: { nodeCount: 2 },
      schema,
    });
    expect(await type('{Backspace}')).toHaveValue('');
    expect(rendered.form.nodeCount).toBeUndefined();
  });

  it('says what 0 means', async () => {
    renderField(NodeCountField, { field: 'nodeCount', schema });
    await type('0');
    expect(screen.getByRole('status')).toHaveTextContent('nothing runs there');
  });

  it('knows the group of a cluster and its autoscaler', async () => {
    const rendered = renderField(NodeCountField, {
      field: 'nodeCount',
      clouds: FakeClouds.create({ 'node-groups': NODE_GROUPS }),
      form: { cloud: 'acme', cluster: 'c-1', nodeCount: 7 },
      options: { defaultGroup: true },
      schema,
    });
    const notes = await screen.findByRole('status');
    expect(notes).toHaveTextContent('default-worker has 2 now.');
    expect(notes).toHaveTextContent('between 1 and 5');
    expect(notes).toHaveTextContent('7 is outside of that');

    rendered.fill({ nodeGroup: 'large' });
    expect(notes).toHaveTextContent(/^large has 3 now\.$/);
  });
});
