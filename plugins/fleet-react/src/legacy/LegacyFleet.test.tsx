import { ToastApi, toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactNode } from 'react';
import { fleetApiRef } from '../api';
import { FindingPanel, Remedies } from '../components';
import { useFleetItem } from '../hooks';
import { FakeFleet } from '../testUtils/FakeFleet';
import { fakeFinding } from '../testUtils/fakeFinding';
import { fakeItem } from '../testUtils/fakeItem';
import { LegacyDialogs } from './LegacyDialogs';
import { LegacyFleet } from './LegacyFleet';
import { LegacyToasts } from './LegacyToasts';

const item = fakeItem('a', { status: 'failing', finding: fakeFinding() });

function Thing() {
  const { detail } = useFleetItem(item.id);
  return detail ? (
    <FindingPanel item={detail.item} getCauseHref={cause => `/${cause}`}>
      <Remedies item={item.id} remedies={detail.remedies} />
    </FindingPanel>
  ) : null;
}

const renderInOldApp = (
  content: ReactNode,
  options: { fleet?: FakeFleet; toasts?: ToastApi } = {},
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [fleetApiRef, options.fleet ?? FakeFleet.create()],
        ...(options.toasts ? [[toastApiRef, options.toasts] as const] : []),
      ]}
    >
      {content}
    </TestApiProvider>,
  );

describe('LegacyFleet', () => {
  it('brings dialogs and toasts to an old app', async () => {
    const fleet = FakeFleet.create({
      items: [item],
      details: {
        [item.id]: {
          remedies: [
            {
              kind: 'operation',
              operation: 'renew',
              title: 'Renew now',
              effect: 'A new one is asked for.',
            },
          ],
        },
      },
    });
    await renderInOldApp(
      <LegacyFleet>
        <Thing />
      </LegacyFleet>,
      { fleet },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Renew now' }),
    );
    await screen.findByText('It changes.');
    await userEvent.click(screen.getByRole('button', { name: 'Renew now' }));
    expect(await screen.findByText('Renew now: done')).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByText('Renew now: done')).not.toBeInTheDocument(),
    );
  });

  it('shows them once where a page has several cards', async () => {
    function Poster() {
      const toasts = useApi(toastApiRef);
      return (
        <button onClick={() => toasts.post({ title: 'Posted' })}>Post</button>
      );
    }
    await renderInOldApp(
      <>
        <LegacyFleet>
          <Poster />
        </LegacyFleet>
        <LegacyFleet>another card</LegacyFleet>
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    expect(screen.getAllByText('Posted')).toHaveLength(1);
  });

  it('leaves toasts to an app that has them', async () => {
    const post = jest.fn();
    function Poster() {
      const toasts = useApi(toastApiRef);
      return <button onClick={() => toasts.post({ title: 'A' })}>Post</button>;
    }
    await renderInOldApp(
      <LegacyFleet>
        <Poster />
      </LegacyFleet>,
      { toasts: { post } },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    expect(post).toHaveBeenCalledWith({ title: 'A' });
  });
});

describe('LegacyDialogs', () => {
  it('answers with what the dialog was closed with', async () => {
    const dialogs = new LegacyDialogs();
    const dialog = dialogs.open<string>(<p>first</p>);
    dialog.update(<p>second</p>);
    expect(dialogs.overlays.getEntries()).toHaveLength(1);
    expect(dialogs.overlays.getEntries()[0].draw()).toEqual(<p>second</p>);
    dialog.close('yes');
    await expect(dialog.result()).resolves.toBe('yes');
    expect(dialogs.overlays.getEntries()).toHaveLength(0);
  });
});

describe('LegacyToasts', () => {
  it('puts a toast away when its time is over', () => {
    jest.useFakeTimers();
    const toasts = new LegacyToasts();
    toasts.post({ title: 'stays' });
    toasts.post({ title: 'goes', timeout: 5_000 });
    jest.advanceTimersByTime(5_000);
    expect(
      toasts.overlays.getEntries().map(({ message }) => message.title),
    ).toEqual(['stays']);
    jest.useRealTimers();
  });
});
