import {
  FetchResponseWrapper,
  KubernetesCredential,
  ObjectFetchParams,
} from '@backstage/plugin-kubernetes-node';
import { FleetFetcher } from './FleetFetcher';

const NOTHING: FetchResponseWrapper = { errors: [], responses: [] };

const params: ObjectFetchParams = {
  serviceId: 'shop',
  clusterDetails: { name: 'one', url: 'https://one', authMetadata: {} },
  credential: { type: 'anonymous' },
  objectTypesToFetch: new Set(),
  customResources: [],
};

function fetcherOf(options: {
  answer: () => Promise<FetchResponseWrapper>;
  credential?: KubernetesCredential;
  longestMs?: number;
}) {
  const inner = {
    fetchObjectsForService: jest.fn(options.answer),
    fetchPodMetricsByNamespaces: jest.fn(options.answer),
  };
  const { credential, longestMs } = options;
  const supplier = { credentialOf: () => credential };
  return {
    inner,
    fetcher: FleetFetcher.create({ inner, supplier, longestMs }),
  };
}

it('asks with what the fleet asks with', async () => {
  const credential = {
    type: 'x509 client certificate',
    cert: 'the cert',
    key: 'the key',
  } as const;
  const { inner, fetcher } = fetcherOf({
    answer: async () => NOTHING,
    credential,
  });
  expect(await fetcher.fetchObjectsForService(params)).toEqual(NOTHING);
  expect(inner.fetchObjectsForService).toHaveBeenCalledWith({
    ...params,
    credential,
  });
  await fetcher.fetchPodMetricsByNamespaces(
    params.clusterDetails,
    params.credential,
    new Set(['shop']),
  );
  expect(inner.fetchPodMetricsByNamespaces).toHaveBeenCalledWith(
    params.clusterDetails,
    credential,
    new Set(['shop']),
    undefined,
  );
});

it('gives up on a cluster that says nothing', async () => {
  const { fetcher } = fetcherOf({
    answer: () => new Promise(() => {}),
    longestMs: 1,
  });
  expect(await fetcher.fetchObjectsForService(params)).toMatchObject({
    errors: [{ errorType: 'FETCH_ERROR' }],
    responses: [],
  });
});

it('passes on what fails', async () => {
  const { fetcher } = fetcherOf({
    answer: () => Promise.reject(new Error('reset')),
  });
  await expect(fetcher.fetchObjectsForService(params)).rejects.toThrow('reset');
});
