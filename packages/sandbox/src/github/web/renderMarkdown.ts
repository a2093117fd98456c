import MarkdownIt from 'markdown-it';
import { encodePath } from '../render/encodePath';
import { SafeHtml } from '../types';

/** Markdown as HTML; raw HTML in it stays text, relative links stay in the repository. */
export function renderMarkdown(
  text: string,
  place: { repository: string; ref: string; folder: string },
): SafeHtml {
  const markdown = new MarkdownIt({ html: false, linkify: true });
  const resolve = (view: 'blob' | 'raw', target: string) => {
    if (/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target)) {
      return target;
    }
    const root = `/${place.repository}/${view}/${encodePath(place.ref)}/`;
    const folder = place.folder === '' ? '' : `${encodePath(place.folder)}/`;
    const base = `http://here${root}${target.startsWith('/') ? '' : folder}`;
    const url = new URL(target.replace(/^\/+/, ''), base);
    return `${url.pathname}${url.hash}`;
  };
  const normalise = markdown.normalizeLink.bind(markdown);
  const { rules } = markdown.renderer;
  rules.link_open = (tokens, index, options, _env, renderer) => {
    const href = String(tokens[index].attrGet('href') ?? '');
    tokens[index].attrSet('href', resolve('blob', normalise(href)));
    return renderer.renderToken(tokens, index, options);
  };
  const image = rules.image!;
  rules.image = (tokens, index, options, env, renderer) => {
    const source = String(tokens[index].attrGet('src') ?? '');
    tokens[index].attrSet('src', resolve('raw', normalise(source)));
    return image(tokens, index, options, env, renderer);
  };
  return { markup: `<div class="markdown">${markdown.render(text)}</div>` };
}
