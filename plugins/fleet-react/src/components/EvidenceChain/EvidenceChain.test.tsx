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

  it('calls what a cloud has by its name, and does not offer to read it', () => {
    const record = {
      scope: 'acme',
      kind: 'NodeGroup',
      namespace: '',
      name: '3bb702df',
    };
    renderInTestApp(
      <EvidenceChain
        item="clusters/acme//472a8058"
        steps={[{ object: record, title: 'Node group', state: 'done' }]}
        nameOf={({ name }) => (name === '3bb702df' ? 'gpu' : undefined)}
      />,
    );
    expect(screen.getByText('NodeGroup/gpu')).toHaveAttribute(
      'title',
      'NodeGroup/3bb702df',
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
