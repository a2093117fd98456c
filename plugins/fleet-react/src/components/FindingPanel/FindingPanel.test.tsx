import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleetApiRef } from '../../api';
import { FakeFleet } from '../../testUtils/FakeFleet';
import { fakeFinding } from '../../testUtils/fakeFinding';
import { fakeItem } from '../../testUtils/fakeItem';
import { Remedies } from '../Remedies';
import { FindingPanel } from './FindingPanel';

const item = fakeItem('a', {
  status: 'failing',
  finding: fakeFinding({
    since: new Date(Date.now() - 180_000).toISOString(),
    detail: '2 attempts left',
  }),
  beside: [
    fakeFinding({ cause: 'thing.old', status: 'at-risk', title: 'It is old' }),
  ],
});

const renew = {
  kind: 'operation',
  operation: 'renew',
  title: 'Renew now',
  effect: 'A new one is asked for.',
} as const;

function renderPanel(
  fleet: FakeFleet,
  remedies: Parameters<typeof Remedies>[0]['remedies'] = [],
) {
  return renderInTestApp(
    <FindingPanel
      item={item}
      getCauseHref={cause => `/things/causes/${cause}`}
      changes={[{ at: '2026-01-05T09:00:00Z', title: 'platform 3c2e1' }]}
    >
      <Remedies item={item.id} remedies={remedies} />
    </FindingPanel>,
    { apis: [[fleetApiRef, fleet], mockApis.translation()] },
  );
}

describe('FindingPanel', () => {
  it('says the cause, in the words of the object that proves it', async () => {
    renderPanel(FakeFleet.create());
    expect(
      screen.getByRole('heading', { name: 'The thing is broken' }),
    ).toBeVisible();
    expect(screen.getAllByText('no such thing')[0]).toBeVisible();
    expect(screen.getByText(/Mend the thing/)).toBeVisible();
    expect(screen.getByText('3 min')).toHaveAttribute('title');
    expect(screen.getByText('2 attempts left')).toBeVisible();
    expect(screen.getByText(/^after platform 3c2e1/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'About this cause' }),
    ).toHaveAttribute('href', '/things/causes/thing.broken');
    expect(screen.getByRole('link', { name: 'It is old' })).toBeVisible();
  });

  it('shows the object that proves it as it is now', async () => {
    const fleet = FakeFleet.create();
    fleet.setObject('part-1', { kind: 'Part', status: { broken: true } });
    renderPanel(fleet);
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Show Part/shop-dev/part-1' })[0],
    );
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/broken: true/)).toBeVisible();

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('says why an object cannot be read', async () => {
    renderPanel(FakeFleet.create());
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Show Part/shop-dev/part-1' })[0],
    );
    expect(await screen.findByText('There is no object part-1')).toBeVisible();
  });

  it('says what an operation costs before it is done, and what came of it', async () => {
    const fleet = FakeFleet.create();
    fleet.setAnswers(
      { outcome: 'allowed', effect: 'One more.', cost: '1 of 5 an hour' },
      { outcome: 'done', message: 'It was asked for.' },
    );
    renderPanel(fleet, [renew]);
    await userEvent.click(screen.getByRole('button', { name: 'Renew now' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('1 of 5 an hour')).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Renew now' }),
    );

    expect(await screen.findByText('It was asked for.')).toBeInTheDocument();
    expect(
      fleet.requests
        .filter(({ method }) => method === 'runOperation')
        .map(({ request }) => request),
    ).toEqual([
      { item: item.id, operation: 'renew', dryRun: true },
      { item: item.id, operation: 'renew' },
    ]);
  });

  it('does nothing when the reader thinks better of it', async () => {
    const fleet = FakeFleet.create();
    renderPanel(fleet, [renew]);
    await userEvent.click(screen.getByRole('button', { name: 'Renew now' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(fleet.requests).toHaveLength(1);
  });

  it('shows the command where nobody here may do it', async () => {
    const fleet = FakeFleet.create();
    fleet.setAnswers(
      {
        outcome: 'command',
        command: 'cmctl renew a',
        reason: 'No credential for it.',
      },
      { outcome: 'refused', reason: 'never asked' },
    );
    renderPanel(fleet, [renew]);
    await userEvent.click(screen.getByRole('button', { name: 'Renew now' }));
    expect(await screen.findByText('cmctl renew a')).toBeVisible();
    expect(screen.getByText('No credential for it.')).toBeVisible();
    expect(
      within(screen.getByRole('dialog')).queryByRole('button', {
        name: 'Renew now',
      }),
    ).not.toBeInTheDocument();
  });

  it('says why an operation is off', async () => {
    renderPanel(FakeFleet.create(), [
      { ...renew, refused: 'it would fail again' },
    ]);
    const button = screen.getByRole('button', { name: 'Renew now' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription('Off: it would fail again');
  });

  it('shows nothing for what is well', () => {
    renderInTestApp(
      <FindingPanel item={fakeItem('b')} getCauseHref={() => '/'} />,
    );
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});
