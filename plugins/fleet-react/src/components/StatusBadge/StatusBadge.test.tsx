import { renderInTestApp } from '@backstage/frontend-test-utils';
import { STATUSES } from '@slipway/backstage-plugin-fleet-common';
import { screen } from '@testing-library/react';
import { StatusBadge } from './StatusBadge';

describe('StatusBadge', () => {
  it('says every status in a word, with an icon that is only looked at', () => {
    const { container } = renderInTestApp(
      <>
        {STATUSES.map(status => (
          <StatusBadge key={status} status={status} />
        ))}
      </>,
    );
    [
      'failing',
      'degraded',
      'at risk',
      'unknown',
      'progressing',
      'healthy',
    ].forEach(word => expect(screen.getByText(word)).toBeVisible());
    expect(container.querySelectorAll('svg[aria-hidden]')).toHaveLength(6);
  });

  it('says when what is at risk stops working', () => {
    const time = new Date(Date.now() + 26.5 * 86_400_000).toISOString();
    renderInTestApp(<StatusBadge status="at-risk" time={time} />);
    expect(screen.getByText('in 26 days')).toHaveAttribute('datetime', time);
  });
});
