import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LongText } from './LongText';

describe('LongText', () => {
  it('shows words as they are, markup too', () => {
    renderInTestApp(<LongText text="<b>403</b> Forbidden" />);
    expect(screen.getByText('<b>403</b> Forbidden')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows all of a long one when asked to', async () => {
    const text = `begin ${'x'.repeat(10_000)} end`;
    renderInTestApp(<LongText text={text} />);
    expect(screen.getByText(/^begin x+…$/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByText(text)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show less' }));
    expect(screen.queryByText(text)).not.toBeInTheDocument();
  });
});
