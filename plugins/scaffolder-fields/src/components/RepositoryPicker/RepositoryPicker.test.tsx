import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentProps, useState } from 'react';
import { RepositoryPicker } from './RepositoryPicker';

type PickerProps = ComponentProps<typeof RepositoryPicker>;

function renderPicker(options: { formData?: string; name?: string }) {
  const changes: string[] = [];
  function Form() {
    const [formData, setFormData] = useState(options.formData);
    const props = {
      formData,
      onChange: (value: string) => {
        changes.push(value);
        setFormData(value);
      },
      uiSchema: { 'ui:options': { allowedOwners: ['acme'] } },
      formContext: { formData: { name: options.name } },
    };
    return <RepositoryPicker {...(props as unknown as PickerProps)} />;
  }
  renderInTestApp(<Form />, {
    config: {
      integrations: { github: [{ host: 'git.example.org:8443' }] },
    },
  });
  return changes;
}

describe('RepositoryPicker', () => {
  it('proposes the configured host, the organisation and the name of the service', async () => {
    const changes = renderPicker({ name: 'shop' });
    expect(
      await screen.findByText('git.example.org:8443/acme/shop'),
    ).toBeInTheDocument();
    expect(changes).toEqual(['git.example.org:8443?owner=acme&repo=shop']);
  });

  it('takes another name, and keeps what was chosen before', async () => {
    const changes = renderPicker({
      formData: 'git.example.org:8443?owner=acme&repo=old',
      name: 'shop',
    });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Repository name/ }),
      '-2',
    );
    expect(changes.pop()).toBe('git.example.org:8443?owner=acme&repo=old-2');
  });

  it('says while one types what is wrong, and keeps no form from looking again', async () => {
    renderPicker({ name: 'shop' });
    const input = await screen.findByRole<HTMLInputElement>('textbox', {
      name: /Repository name/,
    });
    await userEvent.type(input, ' 2');
    expect(screen.getByText(/"shop 2" cannot be the name/)).toBeInTheDocument();
    expect(input).toBeInvalid();
    expect(input.checkValidity()).toBe(true);
  });
});
