import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Entity references of the groups that the reader belongs to. */
export function useOwnGroups(): string[] {
  const identity = useApi(identityApiRef);
  const [groups, setGroups] = useState<string[]>([]);

  useEffect(() => {
    let isWanted = true;
    identity.getBackstageIdentity().then(
      ({ ownershipEntityRefs }) =>
        isWanted &&
        setGroups(ownershipEntityRefs.filter(ref => ref.startsWith('group:'))),
      // Without an identity the filter offers what is in sight.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [identity]);

  return groups;
}
