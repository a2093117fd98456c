import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DocsPrebuilder } from './DocsPrebuilder';

const entity = (name: string, annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, uid: name, etag: '1', annotations },
});
const documented = entity('shop', { 'backstage.io/techdocs-ref': 'dir:.' });

function create(body: string) {
  const logger = mockServices.logger.mock();
  const fetched = jest
    .spyOn(global, 'fetch')
    .mockImplementation(async () => new Response(body));
  const prebuilder = DocsPrebuilder.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [documented, entity('other')] }),
    discovery: mockServices.discovery(),
    logger,
  });
  return {
    logger,
    run: () => prebuilder.run(new AbortController().signal),
    urls: () => fetched.mock.calls.map(([url]) => String(url)),
  };
}

describe('DocsPrebuilder', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('builds each documented entity once', async () => {
    const { run, urls, logger } = create('event: finish\ndata: {}\n\n');
    await run();
    await run();
    expect(urls()).toEqual([
      expect.stringMatching(/\/api\/techdocs\/sync\/default\/Component\/shop$/),
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says what could not be built, and does not try it again and again', async () => {
    const { run, urls, logger } = create(
      'event: log\ndata: "…"\n\nevent: error\ndata: "mkdocs.yml is not valid"\n\n',
    );
    await run();
    await run();
    expect(urls()).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        'component:default/shop: Error: mkdocs.yml is not valid',
      ),
    );
  });
});
