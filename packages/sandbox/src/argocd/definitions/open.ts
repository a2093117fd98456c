/** A schema part whose content is not checked. */
export const open = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
} as const;

export const text = { type: 'string' } as const;

export const texts = { type: 'array', items: text } as const;

/** An object with some known fields among any others. */
export function openWith(
  properties: Record<string, unknown>,
  required?: string[],
) {
  return { ...open, properties, ...(required ? { required } : {}) };
}

export function listOf(items: unknown) {
  return { type: 'array', items };
}
