import { html, SafeHtml } from '../../github';

interface Progress {
  status: string;
  conclusion: string | undefined;
}

/** How something stands, in one word. */
export function statusOf({ status, conclusion }: Progress): string {
  return (conclusion ?? status).replaceAll('_', ' ');
}

/** The same with a colour. */
export function statusBadge(progress: Progress): SafeHtml {
  const kind = progress.conclusion ?? progress.status;
  return html`<span class="badge status-${kind}">${statusOf(progress)}</span>`;
}

/** `1m 3s`, or nothing while it is unknown. */
export function duration(from: string | undefined, to: string | undefined) {
  if (!from || !to) {
    return undefined;
  }
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
}
