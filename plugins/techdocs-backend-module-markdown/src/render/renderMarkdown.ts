import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { Page, Site } from '../site/types';
import { addAdmonitions } from './addAdmonitions';
import { createSlugger } from './createSlugger';
import { resolveTarget } from './resolveTarget';
import { Heading, Rendered } from './types';

// The reader sanitises what it shows, so HTML in Markdown may stay.
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.use(addAdmonitions);
markdown.renderer.rules.fence = (tokens, index) => {
  const { content, info } = tokens[index];
  const language = info.trim().split(/\s+/)[0];
  const name = language
    ? ` class="language-${markdown.utils.escapeHtml(language)}"`
    : '';
  return `<div class="highlight"><pre><code${name}>${markdown.utils.escapeHtml(
    content,
  )}</code></pre></div>\n`;
};

/** Renders one page, with its links pointing at pages instead of files. */
export function renderMarkdown(page: Page, site: Site): Rendered {
  const tokens = markdown.parse(withoutFrontMatter(page.markdown), {});
  const slug = createSlugger();
  const headings: Heading[] = [];
  const sections: Rendered['sections'] = [{ text: '' }];
  const warnings: string[] = [];

  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const title = textOf(tokens[index + 1]);
      const heading = {
        level: Number(token.tag.slice(1)),
        id: slug(title),
        title,
      };
      token.attrSet('id', heading.id);
      headings.push(heading);
      sections.push({ id: heading.id, title, text: '' });
    } else if (token.type === 'inline') {
      if (tokens[index - 1]?.type !== 'heading_open') {
        sections[sections.length - 1].text += `${textOf(token)}\n`;
      }
      warnings.push(...rewriteTargets(token, { page, site }));
    } else if (token.type === 'fence') {
      sections[sections.length - 1].text += token.content;
    }
  });

  return {
    html: markdown.renderer.render(tokens, markdown.options, {}),
    headings,
    sections,
    warnings,
  };
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
}

function textOf(inline: Token): string {
  return (inline.children ?? [])
    .map(child => (child.type === 'softbreak' ? ' ' : child.content))
    .filter(text => !/^<.*>$/.test(text))
    .join('');
}

function rewriteTargets(
  inline: Token,
  { page, site }: { page: Page; site: Site },
): string[] {
  const warnings: string[] = [];
  for (const child of inline.children ?? []) {
    const attribute = { link_open: 'href', image: 'src' }[child.type];
    const target = attribute && child.attrGet(attribute);
    if (!attribute || !target) {
      continue;
    }
    const result = resolveTarget(target, { page, site });
    if (result.outcome === 'missing') {
      warnings.push(`${page.source} points at ${target}, which does not exist`);
    } else {
      child.attrSet(attribute, result.target);
    }
  }
  return warnings;
}
