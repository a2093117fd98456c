import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { fleetApiRef } from '../../api';
import { useFleetItems, useFleetQuery } from '../../hooks';
import { FakeFleet } from '../../testUtils/FakeFleet';
import { fakeItem } from '../../testUtils/fakeItem';
import { fakeSource } from '../../testUtils/fakeSource';
import { DetailFilter } from './DetailFilter';
import { FleetFilters } from './FleetFilters';

function ThingsPage() {
  const query = useFleetQuery({ domain: 'things' });
  const list = useFleetItems<{ maker: string }>(query.filter);
  const { search } = useLocation();

  return (
    <>
      <FleetFilters query={query} list={list}>
        <DetailFilter
          label="Maker"
          query={query}
          items={list.items}
          field="maker"
        />
      </FleetFilters>
      <ul aria-label="Things">
        {list.items.map(({ id, ref }) => (
          <li key={id}>{ref.name}</li>
        ))}
      </ul>
      <output data-testid="search">{decodeURIComponent(search)}</output>
    </>
  );
}

const renderPage = (fleet: FakeFleet, path = '/') =>
  renderInTestApp(<ThingsPage />, {
    apis: [[fleetApiRef, fleet]],
    initialRouteEntries: [path],
  });

const search = () => screen.getByTestId('search');

async function choose(field: RegExp, option: string) {
  await userEvent.click(await screen.findByRole('button', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('FleetFilters', () => {
  const fleet = () =>
    FakeFleet.create({
      items: [
        fakeItem('a', { details: { maker: 'acme' } }),
        fakeItem('b', { details: { maker: 'other' } }),
      ],
      sources: [fakeSource('dev-1')],
    });

  it('takes back no other choice when typing pauses', async () => {
    renderPage(fleet());
    await screen.findByText('a');
    const field = screen.getByRole('searchbox');
    await userEvent.type(field, 'a');
    await choose(/Maker/, 'acme');
    await waitFor(() => expect(search()).toHaveTextContent('text=a'));
    expect(search()).toHaveTextContent('details=maker=acme');
  });

  it('filters by a field of the domain', async () => {
    renderPage(fleet());
    await screen.findByText('b');
    await choose(/Maker/, 'acme');
    expect(search()).toHaveTextContent('?details=maker=acme');
    await waitFor(() =>
      expect(screen.queryByText('b')).not.toBeInTheDocument(),
    );
    await choose(/Maker/, 'Any');
    expect(search()).toBeEmptyDOMElement();
    expect(await screen.findByText('b')).toBeVisible();
  });

  it('offers clusters in sight to who may not see all sources', async () => {
    const own = fleet();
    own.listSources = async () => ({ sources: [], revision: own.revision });
    renderPage(own);
    await screen.findByText('a');
    await choose(/Cluster/, 'dev-1');
    expect(search()).toHaveTextContent('?cluster=dev-1');
  });

  it('says what a link has filtered by, and takes it back', async () => {
    renderPage(fleet(), '/?root=dev-1/Issuer/shop/letsencrypt&cause=x.y');
    expect(
      await screen.findByText('To be repaired: Issuer letsencrypt'),
    ).toBeVisible();
    expect(screen.queryByText('a')).not.toBeInTheDocument();
    const tag = screen.getByRole('row', { name: /^To be repaired/ });
    await userEvent.click(within(tag).getByRole('button'));
    expect(search()).toHaveTextContent('?cause=x.y');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('a')).toBeVisible();
    expect(search()).toBeEmptyDOMElement();
  });
});
