import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useErrorWords } from './useErrorWords';

function Words(props: { error: unknown }) {
  const wordsOf = useErrorWords();
  return <p>{wordsOf(props.error)}</p>;
}

describe('useErrorWords', () => {
  it.each([
    [new Error('no such thing'), 'no such thing'],
    [
      Object.assign(new Error('Request failed with 503 Service Unavailable'), {
        statusCode: 503,
        cause: new Error('The cluster dev-1 does not answer'),
      }),
      'The cluster dev-1 does not answer',
    ],
    [new TypeError('Failed to fetch'), 'The backend does not answer'],
    ['anything', 'anything'],
  ])('says %s as a reader needs it', async (error, words) => {
    renderInTestApp(<Words error={error} />);
    expect(await screen.findByText(words)).toBeVisible();
  });
});
