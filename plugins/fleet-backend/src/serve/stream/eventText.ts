import { StreamChange } from '@slipway/backstage-plugin-fleet-common';

const changeTexts = new WeakMap<StreamChange, string>();

/** A server-sent event as it goes over the wire. */
export function eventText(options: {
  id?: string;
  event: string;
  data: unknown;
}): string {
  const { id, event, data } = options;
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return `${idLine}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The event of a change, written once however many tabs it goes to. */
export function changeText(change: StreamChange): string {
  let text = changeTexts.get(change);
  if (text === undefined) {
    text = eventText({ id: change.revision, event: 'change', data: change });
    changeTexts.set(change, text);
  }
  return text;
}
