/** An image that can be run: its files and how to start it. */
export interface Image {
  /** Stands for the root of the image. */
  folder: string;
  dockerfile: {
    /** The first word is `node`. */
    cmd: string[];
    env: Record<string, string>;
    /** Absolute in the image. */
    workdir: string;
    exposedPorts: number[];
    /** USER; root when there is none. */
    user?: string;
  };
}

/** The registry, as a node sees it. */
export interface Images {
  /** The image of a reference, `undefined` when there is none. */
  resolve(reference: string): Image | undefined;
}
