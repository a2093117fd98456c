import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { techdocsGeneratorExtensionPoint } from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';
import { techdocsModuleMarkdown } from './module';

async function start(generator?: string) {
  const setTechdocsGenerator = jest.fn();
  const backend = await startTestBackend({
    features: [
      techdocsModuleMarkdown,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({
        data: { slipway: { techdocs: { generator } } },
      }),
    ],
    extensionPoints: [
      [techdocsGeneratorExtensionPoint, { setTechdocsGenerator }],
    ],
  });
  await backend.stop();
  return setTechdocsGenerator;
}

describe('techdocsModuleMarkdown', () => {
  it('renders in Node where configuration says so', async () => {
    expect(await start('markdown')).toHaveBeenCalledWith(
      expect.any(MarkdownGenerator),
    );
  });

  it.each([undefined, 'mkdocs'])('leaves %s to TechDocs', async choice => {
    expect(await start(choice)).not.toHaveBeenCalled();
  });

  it('fails at start on anything else', async () => {
    await expect(start('sphinx')).rejects.toThrow(
      'slipway.techdocs.generator is "sphinx"; it must be markdown or mkdocs',
    );
  });
});
