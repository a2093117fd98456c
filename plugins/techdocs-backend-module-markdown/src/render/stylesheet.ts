import { createHash } from 'node:crypto';

// The reader brings colours, fonts and the positions of the sidebars; what is
// missing without mkdocs-material is its plain layout.
const css = `
*,*::before,*::after{box-sizing:border-box}
body{margin:0;color:var(--md-default-fg-color);-webkit-font-smoothing:antialiased}
.md-toggle{display:none}
.md-overlay{position:fixed;inset:0;width:0;height:0;opacity:0;background:rgba(0,0,0,.54);z-index:150}
.md-icon{cursor:pointer}
.md-icon svg{display:block;width:1.4rem;height:1.4rem;fill:currentcolor}
.md-clipboard{padding:.2rem;border:0;border-radius:.2rem;background:none;color:var(--md-default-fg-color--light)}
.md-clipboard:hover,.md-clipboard:focus-visible{color:var(--md-typeset-a-color)}
.md-clipboard svg{width:1.1rem;height:1.1rem}
.md-main__inner{display:flex}
.md-sidebar{flex-shrink:0;padding:1rem 0}
.md-sidebar--secondary{order:2}
.md-sidebar__scrollwrap{overflow-y:auto}
.md-sidebar__inner{padding:0 .75rem}
.md-content{flex-grow:1;min-width:0}
.md-content__inner{margin:0 1.5rem 1.5rem;padding-top:.5rem}
.md-content__button{float:right;cursor:pointer}
.md-nav{line-height:1.4}
.md-nav__list{margin:0;padding:0;list-style:none}
.md-nav__title{display:block;padding:.25rem 0;font-weight:700}
.md-nav__link{display:block;padding:.25rem 0;color:inherit;text-decoration:none;cursor:pointer}
.md-nav__link:hover,.md-nav__link:focus-visible{color:var(--md-typeset-a-color)}
.md-nav__item--nested>.md-nav{padding-left:.75rem}
.md-nav__item--level-3{padding-left:.75rem}
.md-nav__toggle:not(:checked)~.md-nav{display:none}
.md-nav__icon::after{content:"";display:block;background:currentcolor;-webkit-mask:var(--md-nav-icon--next) center/contain no-repeat;mask:var(--md-nav-icon--next) center/contain no-repeat}
.md-nav__toggle:checked~.md-nav__link .md-nav__icon::after{transform:rotate(90deg)}
.md-ellipsis{overflow:hidden;text-overflow:ellipsis}
.md-footer__inner{display:flex;justify-content:space-between;padding:.25rem 0}
.md-footer__link{display:block;padding:.5rem .75rem;color:inherit;text-decoration:none}
.md-footer__link--next{margin-left:auto;text-align:right}
.md-footer__direction{font-size:.75em;color:var(--md-default-fg-color--light)}
.md-typeset{line-height:1.6;overflow-wrap:break-word}
.md-typeset h1{margin:0 0 1rem}
.md-typeset h2{margin:1.75rem 0 .5rem}
.md-typeset h3,.md-typeset h4,.md-typeset h5,.md-typeset h6{margin:1.25rem 0 .5rem}
.md-typeset p,.md-typeset ul,.md-typeset ol,.md-typeset blockquote,.md-typeset dl{margin:.75em 0}
.md-typeset li{margin:.25em 0}
.md-typeset a{color:var(--md-typeset-a-color);text-decoration:underline;text-underline-offset:.15em}
.md-typeset img{max-width:100%;height:auto}
.md-typeset hr{margin:1.5em 0;border:0}
.md-typeset blockquote{margin-left:0;padding-left:.75rem}
.md-typeset code,.md-typeset kbd,.md-typeset pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--md-code-fg-color)}
.md-typeset code{padding:.1em .3em;border-radius:.2em;font-size:.85em;background:var(--md-code-bg-color)}
.md-typeset pre{position:relative;margin:1em 0;line-height:1.45}
.md-typeset pre>code{display:block;overflow:auto;padding:.9em 1.1em;background:var(--md-default-fg-color--lightest);border-radius:.3em}
.md-typeset table:not([class]){display:inline-block;max-width:100%;overflow:auto;border-spacing:0}
.md-typeset table:not([class]) th:empty{padding:0;border:0}
.md-typeset th,.md-typeset td{padding:.5em .9em;text-align:left;vertical-align:top}
.md-typeset .admonition,.md-typeset details{margin:1.25em 0;padding:0 .75rem;border:1px solid var(--md-default-fg-color--lighter);border-left:.25rem solid var(--md-accent-fg-color);border-radius:.25rem}
.md-typeset .admonition-title,.md-typeset summary{position:relative;margin:0 -.75rem;padding:.5rem .75rem;font-weight:700;background:var(--md-accent-fg-color--transparent)}
.md-typeset .admonition-title::before,.md-typeset summary::before{content:"";position:absolute;left:.75rem;background:var(--md-accent-fg-color);-webkit-mask:var(--md-admonition-icon--note) center/contain no-repeat;mask:var(--md-admonition-icon--note) center/contain no-repeat}
.md-typeset .warning,.md-typeset .danger,.md-typeset .caution{border-left-color:var(--bui-fg-warning,orange)}
.md-typeset .warning>.admonition-title::before,.md-typeset .danger>.admonition-title::before{-webkit-mask-image:var(--md-admonition-icon--warning);mask-image:var(--md-admonition-icon--warning)}
.md-typeset summary{cursor:pointer;list-style:none}
@media screen and (min-width:76.25em){.md-content__button{display:none}}
@media screen and (max-width:76.1875em){
.md-sidebar--primary{position:fixed;top:0;height:100%;background:var(--md-default-bg-color);transition:transform .2s}
[data-md-toggle=drawer]:checked~.md-overlay{width:100%;height:100%;opacity:1}
}
@media (prefers-reduced-motion:reduce){.md-sidebar--primary{transition:none}}
`.trim();

const hash = createHash('sha256').update(css).digest('hex').slice(0, 8);

/**
 * The stylesheet of every page. The reader keeps no other than
 * `main.<8 hexadecimal digits>.min.css`.
 */
export const stylesheet = {
  path: `assets/stylesheets/main.${hash}.min.css`,
  css,
};
