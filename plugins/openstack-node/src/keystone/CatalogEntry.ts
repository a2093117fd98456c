/** A service of the catalogue of a cloud. */
export interface CatalogEntry {
  type: string;
  endpoints: CatalogEndpoint[];
}

/** One of its addresses. */
export interface CatalogEndpoint {
  interface: string;
  region?: string;
  url: string;
}
