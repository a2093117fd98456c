import type MarkdownIt from 'markdown-it';

const OPENING =
  /^(!!!|\?\?\?\+?)[ \t]+([a-z][\w-]*)(?:[ \t]+"([^"]*)")?[ \t]*$/i;
const INDENT = 4;

/** `!!! note "Title"` and `??? note` with an indented body, as mkdocs writes them. */
export function addAdmonitions(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'admonition',
    (state, startLine, endLine, silent) => {
      if (state.sCount[startLine] - state.blkIndent >= INDENT) {
        return false;
      }
      const line = state.src.slice(
        state.bMarks[startLine] + state.tShift[startLine],
        state.eMarks[startLine],
      );
      const match = OPENING.exec(line);
      if (!match || silent) {
        return Boolean(match);
      }
      const [, marker, type, title] = match;
      const indent = state.blkIndent + INDENT;
      let next = startLine + 1;
      while (
        next < endLine &&
        (state.isEmpty(next) || state.sCount[next] >= indent)
      ) {
        next++;
      }

      const folded = marker !== '!!!';
      const tag = folded ? 'details' : 'div';
      const open = state.push('admonition_open', tag, 1);
      open.block = true;
      open.attrSet('class', folded ? type : `admonition ${type}`);
      if (marker.endsWith('+')) {
        open.attrSet('open', 'open');
      }
      const heading =
        title ?? type.charAt(0).toLocaleUpperCase('en-US') + type.slice(1);
      if (heading) {
        const titleTag = folded ? 'summary' : 'p';
        const titleOpen = state.push('admonition_title_open', titleTag, 1);
        titleOpen.attrSet('class', 'admonition-title');
        const inline = state.push('inline', '', 0);
        inline.content = heading;
        inline.map = [startLine, startLine];
        inline.children = [];
        state.push('admonition_title_close', titleTag, -1);
      }

      const before = { indent: state.blkIndent, lineMax: state.lineMax };
      state.blkIndent = indent;
      state.lineMax = next;
      state.md.block.tokenize(state, startLine + 1, next);
      state.blkIndent = before.indent;
      state.lineMax = before.lineMax;
      state.push('admonition_close', tag, -1);
      state.line = next;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}
