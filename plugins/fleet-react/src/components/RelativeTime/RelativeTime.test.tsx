import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

describe('RelativeTime', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: Date.parse('2026-01-05T12:00:00Z') }),
  );
  afterEach(() => jest.useRealTimers());

  it('renews itself, and says the moment itself on hover', () => {
    renderInTestApp(<RelativeTime time="2026-01-05T11:59:50Z" />);
    const time = screen.getByText('10 sec. ago');
    expect(time).toHaveAttribute('title', expect.stringContaining('2026'));
    act(() => {
      jest.advanceTimersByTime(5_000);
    });
    expect(time).toHaveTextContent('15 sec. ago');
    act(() => {
      jest.advanceTimersByTime(120_000);
    });
    expect(time).toHaveTextContent('2 min. ago');
  });

  it('says since when', () => {
    renderInTestApp(<RelativeTime form="since" time="2026-01-05T11:57:00Z" />);
    expect(screen.getByText('3 min')).toHaveAttribute(
      'title',
      expect.stringContaining('2026'),
    );
  });

  it('shows what is no time as it is', () => {
    renderInTestApp(<RelativeTime time="soon" />);
    expect(screen.getByText('soon')).toBeVisible();
  });
});
