import { Annotation } from '../types';
import { JobLog } from './JobLog';

const COMMAND = /^\s*::([a-z-]+)(?:\s[^:]*(?::[^:]+)*?)?::(.*)$/i;
const MAX_ANNOTATIONS = 10;

/** Writes a step's output into the log and obeys `::commands::` in it. */
export class LogCommands {
  readonly #log: JobLog;
  readonly #annotations: Annotation[];
  #stoppedUntil: string | undefined;

  constructor(log: JobLog, annotations: Annotation[]) {
    this.#log = log;
    this.#annotations = annotations;
  }

  line(text: string) {
    const [, name, data] = COMMAND.exec(text) ?? [];
    if (name === undefined) {
      this.#log.write(text);
      return;
    }
    if (this.#stoppedUntil !== undefined) {
      if (name === this.#stoppedUntil) {
        this.#stoppedUntil = undefined;
      }
      this.#log.write(text);
      return;
    }
    this.#obey(name.toLowerCase(), unescape(data), text);
  }

  #obey(name: string, data: string, text: string) {
    switch (name) {
      case 'add-mask':
        this.#log.mask(data);
        this.#log.write('::add-mask::***');
        break;
      case 'error':
      case 'warning':
      case 'notice':
        this.#annotate({ level: name, message: this.#log.masked(data) });
        this.#log.write(`##[${name}]${data}`);
        break;
      case 'group':
      case 'endgroup':
        this.#log.write(`##[${name}]${data}`);
        break;
      case 'debug':
      case 'echo':
        break;
      case 'stop-commands':
        this.#stoppedUntil = data;
        break;
      default:
        this.#log.write(text);
    }
  }

  #annotate(annotation: Annotation) {
    if (this.#annotations.length < MAX_ANNOTATIONS) {
      this.#annotations.push(annotation);
    }
  }
}

function unescape(data: string): string {
  return data
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
