import { Account } from './accounts';
import { Repository } from './repositories';

/** HTML that is safe to send; made by the `html` template tag only. */
export interface SafeHtml {
  readonly markup: string;
}

export interface PageOptions {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  body: SafeHtml;
  /** Who is signed in to the web view. */
  viewer: Account | undefined;
  /** Shows the tabs of this repository, `tab` being the active one. */
  repository?: Repository;
  tab?: 'code' | 'pulls' | 'actions';
  /** Loads the page again after this time, for what is still running. */
  refreshSeconds?: number;
}
