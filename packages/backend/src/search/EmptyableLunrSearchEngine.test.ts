import { mockServices } from '@backstage/backend-test-utils';
import { EmptyableLunrSearchEngine } from './EmptyableLunrSearchEngine';

describe('EmptyableLunrSearchEngine', () => {
  const engine = new EmptyableLunrSearchEngine({
    logger: mockServices.logger.mock({
      child: () => mockServices.logger.mock(),
    }),
  });

  it('finds nothing where nothing was indexed', async () => {
    await expect(
      engine.query({ term: 'shop', types: ['techdocs'] }),
    ).resolves.toEqual({ results: [], numberOfResults: 0 });
  });

  it('finds what was indexed', async () => {
    const indexer = await engine.getIndexer('software-catalog');
    const closed = new Promise(resolve => indexer.on('close', resolve));
    indexer.end({ title: 'shop', text: 'Sells things', location: '/shop' });
    await closed;

    const { results } = await engine.query({
      term: 'shop',
      types: ['software-catalog', 'techdocs'],
    });
    expect(results.map(result => result.document.location)).toEqual(['/shop']);
  });
});
