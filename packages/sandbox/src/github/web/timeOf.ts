import { SafeHtml } from '../types';
import { html } from './html';

/** A point in time, short to read and exact to machines. */
export function timeOf(iso: string): SafeHtml {
  const date = new Date(iso);
  const text = `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return html`<time datetime="${date.toISOString()}">${text}</time>`;
}
