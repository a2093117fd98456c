import { Page, Site } from '../site/types';
import { renderMarkdown } from './renderMarkdown';

function render(markdown: string) {
  const page: Page = { source: 'index.md', url: '', title: 'Home', markdown };
  const site: Site = {
    name: 'Shop',
    docsFolder: '',
    pages: [page],
    assets: [],
    navigation: [],
  };
  return renderMarkdown(page, site);
}

describe('renderMarkdown', () => {
  it('renders code and tables', () => {
    const { html } = render('```js x\na < b\n```\n\n| a |\n|---|\n| 1 |\n');
    expect(html).toContain(
      '<div class="highlight"><pre><code class="language-js">a &lt; b\n</code></pre></div>',
    );
    expect(html).toContain('<td>1</td>');
  });

  it('renders admonitions with what is in them', () => {
    const { html } = render(
      '!!! warning "Mind *this*"\n    Text and\n\n    - a list\n\nAfter.\n',
    );
    expect(html).toMatch(
      /<div class="admonition warning">\s*<p class="admonition-title">Mind <em>this<\/em><\/p>/,
    );
    expect(html).toMatch(/<li>a list<\/li>\s*<\/ul>\s*<\/div>\s*<p>After\./);
  });

  it('renders folded ones, open with a plus', () => {
    expect(render('??? tip\n    Text\n').html).toMatch(
      /<details class="tip">\s*<summary class="admonition-title">Tip<\/summary>/,
    );
    expect(render('???+ tip ""\n    Text\n').html).toMatch(
      /<details class="tip" open="open">\s*<p>Text<\/p>/,
    );
  });

  it('gives every heading an anchor of its own', () => {
    const { headings } = render(
      '# Shop\n\n## Über `npm` & Co.\n\n## Run\n## Run\n',
    );
    expect(headings.map(({ id, level }) => [level, id])).toEqual([
      [1, 'shop'],
      [2, 'über-npm-co'],
      [2, 'run'],
      [2, 'run_1'],
    ]);
  });

  it('leaves front matter out', () => {
    expect(render('---\ntitle: x\n---\nHello\n').html).toBe('<p>Hello</p>\n');
  });
});
