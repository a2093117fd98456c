import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import { fleetApiRef } from '../api';
import { FakeFleet } from '../testUtils/FakeFleet';
import { fakeFinding } from '../testUtils/fakeFinding';
import { fakeItem } from '../testUtils/fakeItem';
import { useFleetItem } from './useFleetItem';

function Thing(props: { id: string }) {
  const { detail, error, isLoading } = useFleetItem(props.id);
  return (
    <p>
      {isLoading && 'loading'}
      {error?.message}
      {detail?.item.status} {detail?.chain.map(({ title }) => title).join()}
    </p>
  );
}

const thing = fakeItem('a');

describe('useFleetItem', () => {
  it('follows its item, and asks for the chain of what changed', async () => {
    const fleet = FakeFleet.create({ items: [thing] });
    renderInTestApp(<Thing id={thing.id} />, { apis: [[fleetApiRef, fleet]] });
    expect(await screen.findByText('healthy')).toBeVisible();
    await waitFor(() => expect(fleet.streams).toHaveLength(1));

    fleet.setDetail(thing.id, {
      chain: [{ object: thing.object, title: 'Order', state: 'failed' }],
    });
    fleet.put({ ...thing, status: 'failing', finding: fakeFinding() });
    expect(await screen.findByText('failing')).toBeVisible();
    expect(
      await screen.findByText('failing Order', undefined, { timeout: 5000 }),
    ).toBeVisible();
  });

  it('says when there is no such item', async () => {
    renderInTestApp(<Thing id="things/x//y" />, {
      apis: [[fleetApiRef, FakeFleet.create()]],
    });
    expect(
      await screen.findByText(/There is no item things\/x\/\/y/),
    ).toBeVisible();
  });
});
