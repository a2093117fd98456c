/** All objects of a resource in a cluster or in one namespace. */
export interface Collection {
  /** Without a query: `/apis/cert-manager.io/v1/certificates`. */
  path: string;
  labelSelector?: string;
  fieldSelector?: string;
}

/** Path and query of a request for it. */
export function collectionPath(
  { path, labelSelector, fieldSelector }: Collection,
  parameters: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams();
  const all = { labelSelector, fieldSelector, ...parameters };
  for (const [name, value] of Object.entries(all)) {
    if (value) {
      query.set(name, value);
    }
  }
  return `${path}?${query}`;
}
