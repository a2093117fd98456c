import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { EvidenceChain } from './EvidenceChain';

const object = (kind: string) => ({
  scope: 'dev-1',
  kind,
  namespace: 'shop-dev',
  name: 'shop-tls',
});

describe('EvidenceChain', () => {
  it('shows the steps in order, with state, time and own words', () => {
    renderInTestApp(
      <EvidenceChain
        item="things/dev-1/shop-dev/a"
        steps={[
          {
            object: object('Certificate'),
            title: 'Certificate',
            state: 'done',
          },
          {
            object: object('Challenge'),
            title: 'Challenge',
            state: 'failed',
            says: 'Timeout during connect',
            at: new Date(Date.now() - 7_200_000).toISOString(),
          },
        ]}
      />,
    );
    const steps = within(
      screen.getByRole('list', { name: 'How it came to this' }),
    ).getAllByRole('listitem');
    expect(steps).toHaveLength(2);
    expect(steps[0]).toHaveTextContent('Certificatedone');
    expect(steps[1]).toHaveTextContent('Challengefailed2 hr. ago');
    expect(steps[1]).toHaveTextContent('Timeout during connect');
    expect(
      within(steps[1]).getByRole('button', {
        name: 'Show Challenge/shop-dev/shop-tls',
      }),
    ).toBeVisible();
  });
});
