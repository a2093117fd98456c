import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import fs from 'node:fs/promises';
import path from 'node:path';
import { MarkdownGenerator } from './MarkdownGenerator';

type Folder = Parameters<
  ReturnType<typeof createMockDirectory>['setContent']
>[0];

const source = createMockDirectory();
const target = createMockDirectory();

async function generate(content: Folder) {
  source.setContent(content);
  target.clear();
  const warnings: string[] = [];
  const logger = {
    info: () => undefined,
    warn: (message: string) => warnings.push(message),
  } as unknown as GeneratorRunOptions['logger'];
  await MarkdownGenerator.create({
    config: mockServices.rootConfig({ data: {} }),
    logger: mockServices.logger.mock(),
  }).run({
    inputDir: source.path,
    outputDir: target.path,
    etag: '4f2c1',
    logger,
    siteOptions: { name: 'shop' },
  });
  const read = (file: string) =>
    fs.readFile(path.join(target.path, file), 'utf8');
  return { read, warnings };
}

const shop = {
  'mkdocs.yml': [
    'site_name: Shop',
    'site_description: Sells things',
    'plugins: [techdocs-core]',
    'nav:',
    '  - Home: index.md',
    '  - How to:',
    '      - how/order.md',
    '  - Elsewhere: https://example.org',
  ].join('\n'),
  docs: {
    'index.md':
      '# Shop\n\n[Order](how/order.md#pay "Pay") ![Map](how/map.svg) [gone](gone.md)\n',
    how: { 'order.md': '# Order\n\n[Home](../index.md)\n\n## Pay\n\nNow.\n' },
  },
};
const withMap = {
  ...shop,
  docs: { ...shop.docs, how: { ...shop.docs.how, 'map.svg': '<svg/>' } },
};

describe('MarkdownGenerator', () => {
  it('writes pages as folders with links between them', async () => {
    const { read, warnings } = await generate(withMap);

    const index = await read('index.html');
    expect(index).toContain('<a href="how/order/#pay" title="Pay">Order</a>');
    expect(index).toContain('<img src="how/map.svg" alt="Map">');
    await expect(read('how/map.svg')).resolves.toBe('<svg/>');

    const order = await read('how/order/index.html');
    expect(order).toContain('<a href="../../">Home</a>');
    expect(order).toContain('<h2 id="pay">Pay</h2>');
    expect(warnings).toEqual([
      'index.md points at gone.md, which does not exist',
    ]);
  });

  it('writes what the reader looks for', async () => {
    const { read } = await generate(withMap);
    const order = await read('how/order/index.html');
    const stylesheet =
      /href="..\/..\/(assets\/stylesheets\/main\.[0-9a-f]{8}\.min\.css)"/.exec(
        order,
      )?.[1];

    await expect(read(stylesheet!)).resolves.toContain('.md-nav');
    expect(order).toMatch(/md-header.*label.*for="__drawer"/);
    expect(order).toMatch(/md-nav__item--active.*How to/);
    expect(order).toMatch(
      /md-nav__link--active" href="\.\.\/\.\.\/how\/order\/"/,
    );
    expect(order).toMatch(/md-nav--secondary.*href="#pay"/);
    expect(order).toMatch(/md-footer__link--prev/);
  });

  it('writes the search index and the metadata', async () => {
    const { read } = await generate(withMap);

    const { docs } = JSON.parse(await read('search/search_index.json'));
    expect(docs).toContainEqual({
      location: 'how/order/#pay',
      title: 'Pay',
      text: 'Now.',
    });
    const metadata = JSON.parse(await read('techdocs_metadata.json'));
    expect(metadata).toMatchObject({
      site_name: 'Shop',
      site_description: 'Sells things',
      etag: '4f2c1',
    });
    expect(metadata.files).toContain('how/order/index.html');
  });

  it('needs no mkdocs.yml', async () => {
    const { read } = await generate({
      docs: { 'index.md': 'Hello', guides: { 'first-steps.md': 'Go' } },
    });
    const page = await read('guides/first-steps/index.html');
    expect(page).toContain('<h1>First steps</h1>');
    expect(page).toMatch(/md-ellipsis">Guides</);
  });

  it('leaves HTML to the reader, which sanitises it, but not in titles', async () => {
    const { read } = await generate({
      'mkdocs.yml': 'site_name: "<script>alert(1)</script>"',
      docs: { 'index.md': '# A `<b>` c\n' },
    });
    const page = await read('index.html');
    expect(page).not.toContain('<script>');
    expect(page).toContain('A <code>&lt;b&gt;</code> c');
  });

  it.each<[string, Folder, string]>([
    [
      'broken YAML',
      { 'mkdocs.yml': 'nav: [a: {', docs: { 'index.md': '' } },
      'mkdocs.yml is not valid YAML: ',
    ],
    [
      'a file that is no map',
      { 'mkdocs.yml': '- a', docs: { 'index.md': '' } },
      'mkdocs.yml must be a list of keys and values',
    ],
    [
      'a nav that is no list',
      { 'mkdocs.yml': 'nav: index.md', docs: { 'index.md': '' } },
      'mkdocs.yml: nav must be a list of pages',
    ],
    [
      'a nav entry that is neither',
      { 'mkdocs.yml': 'nav: [{How: [7]}]', docs: { 'index.md': '' } },
      'mkdocs.yml: nav "How": an entry must be a page or "Title: page", not 7',
    ],
    [
      'a page that is not there',
      { 'mkdocs.yml': 'nav: [gone.md]', docs: { 'index.md': '' } },
      'nav names the page "gone.md", which does not exist',
    ],
    [
      'no folder',
      { 'mkdocs.yml': 'site_name: Shop' },
      'the folder docs/ does not exist',
    ],
    [
      'no pages',
      { 'mkdocs.yml': 'site_name: Shop', docs: { 'a.txt': '' } },
      'docs/ contains no .md file',
    ],
    [
      'a folder elsewhere',
      { 'mkdocs.yml': 'docs_dir: ../../../..' },
      'leads out of the repository',
    ],
  ])('says in one sentence what is wrong: %s', async (_, content, message) => {
    await expect(generate(content)).rejects.toThrow(message);
  });

  it('follows no links out of the repository', async () => {
    const { read } = await generate({
      docs: {
        'index.md': 'Hello',
        'passwords.md': ctx => ctx.symlink('/etc/passwd'),
      },
    });
    await expect(read('passwords/index.html')).rejects.toThrow('ENOENT');
    await expect(
      generate({
        docs: { 'index.md': 'Hello' },
        'mkdocs.yml': ctx => ctx.symlink('/etc/passwd'),
      }),
    ).rejects.toThrow('mkdocs.yml is a symbolic link');
  });
});
