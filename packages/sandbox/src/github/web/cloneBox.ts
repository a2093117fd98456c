import { Services } from '../Services';
import { Repository, SafeHtml } from '../types';
import { html } from './html';

/** How to get a working copy, without a token in any address. */
export function cloneBox(
  services: Services,
  repository: Repository,
  credentialsFile: string | undefined,
): SafeHtml {
  const url = `${services.url}/${repository.fullName}.git`;
  const host = services.url;
  const helper = `git config --global credential.${host}.helper 'store --file "${credentialsFile}"'`;
  return html`<details class="panel clone" open>
    <summary><strong>Clone</strong></summary>
    <div class="content">
      ${credentialsFile
        ? html`<p>
              Tell git once where the credentials of this sandbox are. They are
              for <code>${host}</code> only:
            </p>
            <pre><code>${helper}</code></pre>`
        : html`<p>Give git a token as password when it asks for one.</p>`}
      <pre><code>git clone ${url}</code></pre>
    </div>
  </details>`;
}
