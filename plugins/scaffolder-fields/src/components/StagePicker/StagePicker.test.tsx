import {
  FakeFleet,
  fakeItem,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../../__testUtils__/renderField';
import { StagePicker } from './StagePicker';

const environment = (name: string, stage: string) => ({
  name,
  hub: 'platform',
  clusterSelector: { matchLabels: { 'slipway.dev/stage': stage } },
});

const config = {
  slipway: {
    environments: [
      environment('dev', 'nonprod'),
      environment('staging', 'nonprod'),
      environment('prod', 'prod'),
    ],
  },
};

function renderPicker(form: object = {}) {
  return renderField(StagePicker, {
    field: 'stage',
    config,
    form: { ...form },
    fleet: FakeFleet.create({
      items: [
        fakeItem('dev-1', {
          ref: {
            domain: 'clusters',
            cluster: 'dev-1',
            namespace: '',
            name: 'dev-1',
          },
          details: { name: 'dev-1', stage: 'nonprod' },
        }),
      ],
    }),
  });
}

async function choose(name: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name: /Stage/ }));
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('StagePicker', () => {
  it('offers what environments ask for', async () => {
    const rendered = renderPicker();
    await userEvent.click(await screen.findByRole('button', { name: /Stage/ }));
    expect(
      (await screen.findAllByRole('option')).map(option => option.textContent),
    ).toEqual([
      'nonprodThe environments dev, staging run there',
      'prodThe environment prod runs there',
      'Another oneNo environment of today runs there',
    ]);
    await userEvent.click(screen.getByRole('option', { name: /^prod/ }));
    expect(rendered.form.stage).toBe('prod');
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('warns of a cluster that has the stage', async () => {
    renderPicker();
    await choose(/^nonprod/);
    expect(await screen.findByRole('status')).toHaveTextContent(
      'dev-1 has the stage nonprod alreadydev and staging must find exactly one cluster',
    );
  });

  it('takes a stage that nothing asks for yet', async () => {
    const rendered = renderPicker();
    await choose(/Another one/);
    const input = screen.getByRole('textbox', { name: /Name of the stage/ });
    await userEvent.type(input, 'lab');
    expect(rendered.form.stage).toBe('lab');
    await userEvent.type(input, '-');
    expect(screen.getByText(/a letter or digit at both ends/)).toBeVisible();
  });

  it('is typed where environments are not known', async () => {
    const rendered = renderField(StagePicker, { field: 'stage' });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Stage' }),
      'prod',
    );
    expect(rendered.form.stage).toBe('prod');
  });
});
