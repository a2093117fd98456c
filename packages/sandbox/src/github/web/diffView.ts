import { FileDifference } from '../git/diffFiles';
import { SafeHtml } from '../types';
import { html } from './html';

const MOST_FILES = 200;
const CLASSES: Record<string, string> = {
  '+': 'added',
  '-': 'removed',
  '@': 'hunk',
};

/** Changed files with their lines. */
export function diffView(files: FileDifference[]): SafeHtml {
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const rest = files.length - MOST_FILES;
  return html`<p>
      ${files.length} changed ${files.length === 1 ? 'file' : 'files'},
      ${additions} added and ${deletions} removed lines
    </p>
    ${files.slice(0, MOST_FILES).map(fileView)}
    ${rest > 0 ? html`<p class="muted">and ${rest} more files</p>` : undefined}`;
}

function fileView(file: FileDifference): SafeHtml {
  const name = file.previousPath
    ? `${file.previousPath} → ${file.path}`
    : file.path;
  return html`<details class="panel" open>
    <summary>
      <code>${name}</code> <span class="label">${file.status}</span>
      <span class="muted">+${file.additions} −${file.deletions}</span>
    </summary>
    ${file.patch === undefined
      ? html`<div class="content muted">No lines to show</div>`
      : html`<div class="scroll">
          <table class="diff">
            ${file.patch.split('\n').map(
              line =>
                html`<tr class="${CLASSES[line[0]]}">
                  <td>${line}</td>
                </tr> `,
            )}
          </table>
        </div>`}
  </details>`;
}
