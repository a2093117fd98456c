import { html, SafeHtml } from '../../github';

const COLOURS: Record<string, string> = {
  success: 'label good',
  failure: 'label bad',
  startup_failure: 'label bad',
};

/** How a run, job or step stands, in one word. */
export function statusLabel(progress: {
  status: string;
  conclusion: string | undefined;
}): SafeHtml {
  const word = progress.conclusion ?? progress.status;
  return html`<span class="${COLOURS[word] ?? 'label'}"
    >${word.replaceAll('_', ' ')}</span
  >`;
}
