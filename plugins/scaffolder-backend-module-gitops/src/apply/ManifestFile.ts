/** A file of desired state. */
export interface ManifestFile {
  path: string;
  /**
   * What the file shall be. Gets what it is, so that a file that belongs to
   * somebody else once it exists can be left as it is.
   */
  content(current: string | undefined): string;
}
