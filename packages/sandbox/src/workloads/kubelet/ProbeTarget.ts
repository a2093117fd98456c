import { Container, Pod } from '../types';

/** What a probe or hook needs to reach a running container. */
export interface ProbeTarget {
  pod: Pod;
  container: Container;
  podIp: string;
  /** The real port of 127.0.0.1 behind a port of the pod. */
  resolvePort: (port: number) => number | undefined;
  /** Runs a command in the container. */
  execute: (
    command: string[],
    signal: AbortSignal,
  ) => Promise<{ exitCode: number; output: string }>;
}

/** The number of a port that may be given by name. */
export function portNumber(
  container: Container,
  port: number | string,
): number {
  const named = container.ports?.find(p => p.name === port);
  return named?.containerPort ?? Number(port);
}
