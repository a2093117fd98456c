import { LunrSearchEngine } from '@backstage/plugin-search-backend-node';
import {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';

/**
 * Lunr builds no index from no documents and then answers 500. A platform that
 * has no documentation yet has nothing to find, which is no failure.
 */
export class EmptyableLunrSearchEngine extends LunrSearchEngine {
  override async query(query: SearchQuery): Promise<IndexableResultSet> {
    const { types } = query;
    if (types && !types.some(type => type in this.lunrIndices)) {
      return { results: [], numberOfResults: 0 };
    }
    return super.query(query);
  }
}
