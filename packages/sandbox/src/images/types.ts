/** What starting a process from an image needs to know. */
export interface ImageConfig {
  /** ENTRYPOINT and CMD together; the first word is always `node`. */
  cmd: string[];
  env: Record<string, string>;
  /** Absolute inside the image; on disk it is below {@link Image.folder}. */
  workdir: string;
  exposedPorts: number[];
  user?: string;
}

/** A built image: a folder that stands for its root, and how to start it. */
export interface Image {
  folder: string;
  dockerfile: ImageConfig;
}

/** One instruction of a Dockerfile, variables not yet replaced. */
export interface Instruction {
  line: number;
  /** In capitals. */
  name: string;
  /** Everything behind the name, continued lines joined. */
  rest: string;
}
