import {
  CauseEntry,
  Finding,
  formatRoot,
  ObjectRef,
} from '@slipway/backstage-plugin-fleet-common';

export const WIDGET_CAUSES: CauseEntry[] = [
  {
    code: 'widget.broken',
    title: 'The widget is broken',
    status: ['failing'],
    root: 'the widget',
    evidence: ['Widget'],
    impact: 'widgets',
    advice: 'Mend it',
  },
];

/** The finding of a widget that says what is wrong with it. */
export function brokenWidget(object: ObjectRef, says: string): Finding {
  const [{ code, title, advice }] = WIDGET_CAUSES;
  return {
    cause: code,
    status: 'failing',
    title,
    advice,
    says,
    evidence: object,
    root: formatRoot(object),
  };
}
