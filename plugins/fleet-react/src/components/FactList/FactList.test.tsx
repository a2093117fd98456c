import { render, screen } from '@testing-library/react';
import { FactList } from './FactList';

describe('FactList', () => {
  it('leaves out what is not known', () => {
    render(
      <FactList
        facts={[
          ['Zone', 'example.org'],
          ['Stage', undefined],
          ['Components', ''],
          ['Shown', false],
          ['Nodes', 0],
        ]}
      />,
    );
    expect(
      screen.getAllByRole('term').map(({ textContent }) => textContent),
    ).toEqual(['Zone', 'Nodes']);
  });
});
