/** A file, and the cluster that it is of. */
export interface NamedFile {
  cluster: string;
  file: string;
}

/** What the command line asks for. */
export interface DiagnoseArguments {
  help: boolean;
  json: boolean;
  /** Ids of the domains to show. */
  domains: string[];
  /** When it is not now. */
  now?: Date;
  /** What is not in the files does not exist. */
  complete: boolean;
  files: NamedFile[];
  /** A cluster to be read instead of files. */
  live?: { context?: string; kubeconfig?: string };
}
