/** What a documentation folder holds. */
export interface Site {
  name: string;
  description?: string;
  /** Real path of the folder that Markdown and images are in. */
  docsFolder: string;
  /** In the order of the navigation; pages outside it come last. */
  pages: Page[];
  /** Everything in the folder that is not a page, relative to it. */
  assets: string[];
  navigation: NavigationEntry[];
}

/** One Markdown file. */
export interface Page {
  /** Relative to the docs folder, with forward slashes: `how/to.md`. */
  source: string;
  /** Where it is published: ``, or a folder with a slash at the end. */
  url: string;
  /** From the navigation, else its first heading. */
  title: string;
  markdown: string;
}

/** A page, a heading with pages under it, or a link elsewhere. */
export type NavigationEntry =
  | { type: 'page'; title: string; url: string }
  | { type: 'link'; title: string; href: string }
  | { type: 'section'; title: string; children: NavigationEntry[] };
