type Labels = Record<string, string>;

/** How labels differ from those they were laid over. */
export function compareLabels(own: Labels, base: Labels) {
  const pick = (labels: Labels, which: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(labels).filter(([key]) => which(key)));
  return {
    labels_overridden: pick(base, key => key in own && own[key] !== base[key]),
    labels_added: pick(own, key => !(key in base)),
    labels_skipped: pick(base, key => !(key in own)),
  };
}
