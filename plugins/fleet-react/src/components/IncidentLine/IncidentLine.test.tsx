import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleetApiRef } from '../../api';
import { useFleetIncidents } from '../../hooks';
import { FakeFleet } from '../../testUtils/FakeFleet';
import { fakeIncident } from '../../testUtils/fakeIncident';
import { IncidentLine } from './IncidentLine';

function Incidents() {
  const { incidents, newCount } = useFleetIncidents({ domain: 'things' });
  return (
    <>
      {newCount > 0 && <p>{newCount} new</p>}
      {incidents.map(incident => (
        <IncidentLine
          key={incident.id}
          incident={incident}
          impact={`${incident.memberCount} things`}
          getMemberHref={id => `/${id}`}
        />
      ))}
    </>
  );
}

describe('IncidentLine', () => {
  it('says what is hit, by name where the reader may see it', async () => {
    const fleet = FakeFleet.create({
      incidents: [
        fakeIncident('maker', {
          memberCount: 7,
          hidden: 6,
          change: { at: '2026-01-05T09:00:00Z', title: 'platform 3c2e1' },
        }),
      ],
    });
    renderInTestApp(<Incidents />, { apis: [[fleetApiRef, fleet]] });
    expect(
      await screen.findByRole('heading', { name: 'The thing is broken' }),
    ).toBeVisible();
    expect(screen.getByText('no such thing')).toBeVisible();
    expect(screen.getByText('after platform 3c2e1')).toBeVisible();

    await userEvent.click(screen.getByText('7 things'));
    expect(screen.getByRole('link', { name: 'a' })).toHaveAttribute(
      'href',
      '/things/dev-1/shop-dev/a',
    );
    expect(screen.getByText('and 6 that you may not see')).toBeVisible();
  });

  it('follows incidents that grow and announces new ones', async () => {
    const fleet = FakeFleet.create({ incidents: [fakeIncident('maker')] });
    renderInTestApp(<Incidents />, { apis: [[fleetApiRef, fleet]] });
    await screen.findByText('1 things');
    await waitFor(() => expect(fleet.streams).toHaveLength(1));

    fleet.putIncident(fakeIncident('maker', { memberCount: 8 }));
    expect(await screen.findByText('8 things')).toBeVisible();

    fleet.putIncident(fakeIncident('another'));
    expect(
      await screen.findByText('1 new', undefined, { timeout: 5000 }),
    ).toBeVisible();
  });
});
