import type { Entity } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

const LIMIT = 10;

/** The components that the reader or one of their teams owns. */
export function useOwnedServices(): { services?: Entity[]; error?: Error } {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const [state, setState] = useState<{ services?: Entity[]; error?: Error }>(
    {},
  );

  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const { ownershipEntityRefs } = await identity.getBackstageIdentity();
      const { items } = await catalog.queryEntities({
        filter: {
          kind: 'component',
          'relations.ownedBy': ownershipEntityRefs,
        },
        fields: ['apiVersion', 'kind', 'metadata'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: LIMIT,
      });
      return items;
    };
    load().then(
      services => wanted && setState({ services }),
      (error: Error) => wanted && setState({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [catalog, identity]);

  return state;
}
