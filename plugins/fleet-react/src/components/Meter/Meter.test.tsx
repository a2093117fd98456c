import { render, screen } from '@testing-library/react';
import { Meter } from './Meter';

describe('Meter', () => {
  it.each([
    [3, 10, '30'],
    [12, 10, '100'],
    [-1, 10, '0'],
    [0, 0, '100'],
  ])('draws %d of %d', (value, max, width) => {
    render(<Meter label="so much" value={value} max={max} />);
    const [, bar] = screen
      .getByRole('img', { name: 'so much' })
      .getElementsByTagName('rect');
    expect(bar).toHaveAttribute('width', width);
  });
});
