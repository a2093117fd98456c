import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router-dom';
import { fleetApiRef } from '../../api';
import { useFleetItems, useFleetQuery } from '../../hooks';
import { FakeFleet } from '../../testUtils/FakeFleet';
import { fakeFinding } from '../../testUtils/fakeFinding';
import { fakeItem } from '../../testUtils/fakeItem';
import { fakeSource } from '../../testUtils/fakeSource';
import { FleetFilters } from '../FleetFilters';
import { StatusBadge } from '../StatusBadge';
import { FleetColumn } from './FleetColumn';
import { FleetTable } from './FleetTable';

const COLUMNS: FleetColumn[] = [
  {
    id: 'name',
    label: 'Name',
    sort: 'name',
    isRowHeader: true,
    cell: item => item.ref.name,
  },
  {
    id: 'status',
    label: 'Status',
    sort: 'status',
    cell: item => <StatusBadge status={item.status} />,
  },
];

function ThingsPage(props: { pageSize?: number }) {
  const query = useFleetQuery({ domain: 'things' });
  const list = useFleetItems(query.filter, {
    sort: query.sort,
    cursor: query.cursor,
    pageSize: props.pageSize,
  });
  const { search } = useLocation();
  const navigate = useNavigate();

  return (
    <>
      <FleetFilters query={query} list={list} />
      <FleetTable
        label="Things"
        query={query}
        list={list}
        columns={COLUMNS}
        getHref={item => `/things/${item.ref.name}`}
        emptyState="Things appear here."
      />
      <button onClick={() => navigate(-1)}>Back of the browser</button>
      <output data-testid="search">{decodeURIComponent(search)}</output>
    </>
  );
}

function renderPage(
  fleet: FakeFleet,
  options: { path?: string; pageSize?: number } = {},
) {
  return renderInTestApp(<ThingsPage pageSize={options.pageSize} />, {
    apis: [[fleetApiRef, fleet]],
    initialRouteEntries: [options.path ?? '/'],
  });
}

const names = () =>
  screen.getAllByRole('rowheader').map(cell => cell.textContent);

const isLive = (fleet: FakeFleet) =>
  waitFor(() => expect(fleet.streams).toHaveLength(1));

const broken = (name: string) =>
  fakeItem(name, { status: 'failing', finding: fakeFinding() });

describe('FleetTable', () => {
  it('shows rows, worst first, each a link to its page', async () => {
    renderPage(FakeFleet.create({ items: [fakeItem('a'), broken('b')] }));
    expect(await screen.findByRole('rowheader', { name: 'b' })).toBeVisible();
    expect(names()).toEqual(['b', 'a']);
    expect(screen.getByRole('region', { name: 'Things' })).toBeVisible();
    expect(screen.getAllByRole('row')[1]).toHaveAttribute(
      'data-href',
      '/things/b',
    );
  });

  it('says what will appear where nothing is', async () => {
    renderPage(FakeFleet.create());
    expect(await screen.findByText('Things appear here.')).toBeVisible();
  });

  it('changes a row where it is', async () => {
    const fleet = FakeFleet.create({ items: [fakeItem('a'), fakeItem('b')] });
    renderPage(fleet);
    await screen.findByRole('rowheader', { name: 'b' });
    await isLive(fleet);
    fleet.put(broken('b'));

    expect(await screen.findByText('failing')).toBeVisible();
    expect(names()).toEqual(['a', 'b']);
  });

  it('announces new rows and shows them when asked to', async () => {
    const fleet = FakeFleet.create({ items: [fakeItem('m')] });
    renderPage(fleet);
    await screen.findByRole('rowheader', { name: 'm' });
    await isLive(fleet);
    fleet.put(broken('a'));
    fleet.put(broken('b'));

    const news = await screen.findByText('2 new', undefined, { timeout: 5000 });
    expect(news.parentElement).toHaveAttribute('role', 'status');
    expect(names()).toEqual(['m']);

    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(names()).toEqual(['a', 'b', 'm']);
    expect(screen.queryByText('2 new')).not.toBeInTheDocument();
  });

  it('keeps a row that is gone in its place and says so', async () => {
    const fleet = FakeFleet.create({ items: [fakeItem('a'), fakeItem('b')] });
    renderPage(fleet);
    const row = await screen.findByRole('rowheader', { name: 'a' });
    await isLive(fleet);
    fleet.remove(fakeItem('a').id);

    await waitFor(() =>
      expect(row).toHaveTextContent('does not belong to this list any more'),
    );
  });

  it('shows what a link says', async () => {
    const fleet = FakeFleet.create({
      items: [fakeItem('shop-a'), broken('shop-b'), broken('c')],
    });
    renderPage(fleet, { path: '/?status=failing&text=shop&status=nonsense' });
    await screen.findByRole('rowheader', { name: 'shop-b' });
    expect(names()).toEqual(['shop-b']);
    expect(screen.getByRole('searchbox')).toHaveValue('shop');
  });

  it('keeps filters in the URL', async () => {
    renderPage(FakeFleet.create({ items: [fakeItem('shop'), fakeItem('b')] }));
    await screen.findByRole('rowheader', { name: 'b' });
    await userEvent.type(screen.getByRole('searchbox'), 'shop');

    await waitFor(() =>
      expect(screen.getByTestId('search')).toHaveTextContent('?text=shop'),
    );
    await waitFor(() => expect(names()).toEqual(['shop']));

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('search')).toBeEmptyDOMElement(),
    );
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('filters by cluster and by how many are how', async () => {
    const fleet = FakeFleet.create({
      items: [broken('a')],
      sources: [fakeSource('dev-1'), fakeSource('prod-eu')],
    });
    renderPage(fleet);
    await screen.findByRole('rowheader', { name: 'a' });
    await userEvent.click(screen.getByRole('button', { name: /Cluster/ }));
    await userEvent.click(screen.getByRole('option', { name: 'prod-eu' }));
    expect(screen.getByTestId('search')).toHaveTextContent('?cluster=prod-eu');
    expect(await screen.findByText('Things appear here.')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: /Status/ }));
    expect(
      screen.getByRole('option', { name: 'failing (0)' }),
    ).toBeInTheDocument();
  });

  it('keeps order and page in the URL', async () => {
    const fleet = FakeFleet.create({
      items: [fakeItem('a'), fakeItem('b'), fakeItem('c')],
    });
    renderPage(fleet, { pageSize: 2 });
    await screen.findByRole('rowheader', { name: 'a' });
    expect(screen.getByText('3 in all')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await waitFor(() => expect(names()).toEqual(['c']));
    expect(screen.getByTestId('search')).toHaveTextContent('cursor=');

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    await waitFor(() => expect(names()).toEqual(['a', 'b']));

    await userEvent.click(screen.getByRole('columnheader', { name: 'Name' }));
    expect(screen.getByTestId('search')).toHaveTextContent(
      '?sort=name&order=asc',
    );
    expect(fleet.requests.at(-1)?.request).toEqual(
      expect.objectContaining({ sort: { field: 'name', order: 'asc' } }),
    );
  });

  it('goes a page back also after the browser did', async () => {
    const fleet = FakeFleet.create({
      items: [fakeItem('a'), fakeItem('b'), fakeItem('c')],
    });
    renderPage(fleet, { pageSize: 1 });
    await screen.findByRole('rowheader', { name: 'a' });
    const press = (name: string) =>
      userEvent.click(screen.getByRole('button', { name }));
    await press('Next table page');
    await waitFor(() => expect(names()).toEqual(['b']));
    await press('Next table page');
    await waitFor(() => expect(names()).toEqual(['c']));
    await press('Back of the browser');
    await waitFor(() => expect(names()).toEqual(['b']));
    await press('Previous table page');
    await waitFor(() => expect(names()).toEqual(['a']));
  });

  it('can be walked through by keyboard', async () => {
    renderPage(FakeFleet.create({ items: [fakeItem('a'), fakeItem('b')] }));
    await screen.findByRole('rowheader', { name: 'a' });
    const table = screen.getByRole('grid');
    await userEvent.click(screen.getByRole('searchbox'));
    while (!table.contains(document.activeElement)) {
      await userEvent.tab();
    }
    await userEvent.keyboard('{ArrowDown}');
    expect(within(table).getAllByRole('row')[2]).toHaveFocus();
  });

  it('says why nothing can be shown, and tries again', async () => {
    const fleet = FakeFleet.create({ items: [fakeItem('a')] });
    fleet.fail(new Error('the fleet is away'));
    renderPage(fleet);
    expect(await screen.findByText('the fleet is away')).toBeVisible();
    fleet.fail();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('rowheader', { name: 'a' })).toBeVisible();
  });
});
