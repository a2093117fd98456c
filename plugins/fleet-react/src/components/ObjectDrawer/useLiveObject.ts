import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { useEffect, useState } from 'react';
import { useFleetApi } from '../../api';

/** An object read once, as YAML. */
export interface LiveObjectState {
  yaml?: string;
  /** ISO time. */
  fetchedAt?: string;
  error?: Error;
}

/** Reads an object from its cluster, when somebody wants to see it. */
export function useLiveObject(item: string, object: ObjectRef) {
  const api = useFleetApi();
  const { kind, namespace, name } = object;
  const [state, setState] = useState<LiveObjectState>({});

  useEffect(() => {
    const request = new AbortController();
    const { signal } = request;
    const load = async () => {
      const { stringify } = await import('yaml');
      const live = await api.getObject(
        { item, kind, namespace, name },
        { signal },
      );
      return { yaml: stringify(live.object), fetchedAt: live.fetchedAt };
    };
    setState({});
    load().then(
      loaded => !signal.aborted && setState(loaded),
      (error: Error) => !signal.aborted && setState({ error }),
    );
    return () => request.abort();
  }, [api, item, kind, namespace, name]);

  return state;
}
