/** What is filled in elsewhere in the form, as far as it is of use here. */
export interface FormValues {
  /** A text that is not empty. */
  text(field: string): string | undefined;
  number(field: string): number | undefined;
  texts(field: string): string[];
}

/** Reads what the scaffolder hands to its fields as the context of the form. */
export function readForm(
  formContext: { formData?: Record<string, unknown> } | undefined,
): FormValues {
  const form = formContext?.formData ?? {};
  return {
    text: field => {
      const value = form[field];
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    number: field => {
      const value = form[field];
      return typeof value === 'number' && Number.isFinite(value)
        ? value
        : undefined;
    },
    texts: field => {
      const value = form[field];
      return Array.isArray(value)
        ? value.filter(entry => typeof entry === 'string')
        : [];
    },
  };
}
