import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { ItemHistory } from './ItemHistory';

describe('ItemHistory', () => {
  it('tells what was changed and how it was, in the words of the catalogue', () => {
    renderInTestApp(
      <ItemHistory
        changes={[
          {
            at: '2026-01-05T09:00:00Z',
            title: 'platform 3c2e1',
            by: 'Pat',
            url: 'https://git.example.org/3c2e1',
          },
        ]}
        timeline={[
          {
            at: '2026-01-05T10:00:00Z',
            status: 'failing',
            cause: 'thing.broken',
            says: 'no such thing',
          },
          {
            at: '2026-01-05T09:30:00Z',
            status: 'degraded',
            cause: 'thing.new',
          },
        ]}
        getCauseTitle={cause =>
          cause === 'thing.broken' ? 'The thing is broken' : undefined
        }
      />,
    );
    expect(
      screen.getByRole('region', { name: 'What was changed' }),
    ).toHaveTextContent('platform 3c2e1by Pat');
    const timeline = screen.getByRole('region', { name: 'How it was' });
    expect(timeline).toHaveTextContent('The thing is broken');
    expect(timeline).toHaveTextContent('no such thing');
    expect(timeline).toHaveTextContent('thing.new');
  });
});
