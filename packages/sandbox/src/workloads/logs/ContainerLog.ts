import { EventEmitter, once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** One line as the container runtime keeps it. */
export interface LogLine {
  at: string;
  text: string;
}

const MAX_BYTES = 1_000_000;
const MAX_LINE = 100_000;
const MAX_WAITING = 20_000;

/**
 * What one run of a container printed, in the container runtime's format. Of a
 * chatty one the last one to two megabytes are kept.
 */
export class ContainerLog {
  readonly #file: string;
  readonly #now: () => Date;
  readonly #lines = new EventEmitter();
  readonly #partial = { stdout: '', stderr: '' };
  readonly #decoders = {
    stdout: new StringDecoder('utf8'),
    stderr: new StringDecoder('utf8'),
  };
  #size: number;
  #ended = false;

  static open(file: string, now: () => Date): ContainerLog {
    return new ContainerLog(file, now);
  }

  private constructor(file: string, now: () => Date) {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    this.#file = file;
    this.#now = now;
    this.#lines.setMaxListeners(0);
    this.#size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  append(chunk: Buffer, stream: 'stdout' | 'stderr'): void {
    const text = this.#partial[stream] + this.#decoders[stream].write(chunk);
    const lines = text.split('\n');
    const rest = lines.pop()!;
    // A runtime cuts lines that do not end, too.
    const tooLong = rest.length > MAX_LINE;
    this.#partial[stream] = tooLong ? '' : rest;
    this.#write(tooLong ? [...lines, rest] : lines, stream);
  }

  /** Nothing comes any more: followers end. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      if (this.#partial[stream]) {
        this.#write([this.#partial[stream]], stream);
        this.#partial[stream] = '';
      }
    }
    this.#ended = true;
    this.#lines.emit('change');
  }

  /** Everything that is kept, oldest first. */
  read(): LogLine[] {
    return readLogFile(`${this.#file}.1`).concat(readLogFile(this.#file));
  }

  /** What is kept and then what comes, until the container ends. */
  async *follow(signal: AbortSignal): AsyncGenerator<LogLine> {
    const waiting = this.read();
    const onLine = (line: LogLine) => {
      waiting.push(line);
      // Who reads too slowly misses the oldest.
      if (waiting.length > MAX_WAITING) {
        waiting.shift();
      }
    };
    this.#lines.on('line', onLine);
    try {
      while (!signal.aborted) {
        if (waiting.length) {
          yield waiting.shift()!;
        } else if (this.#ended) {
          return;
        } else {
          await once(this.#lines, 'change', { signal }).catch(() => {});
        }
      }
    } finally {
      this.#lines.off('line', onLine);
    }
  }

  #write(texts: string[], stream: string): void {
    if (!texts.length) {
      return;
    }
    const at = this.#now().toISOString();
    const bytes = texts.map(text => `${at} ${stream} F ${text}\n`).join('');
    fs.appendFileSync(this.#file, bytes, { mode: 0o600 });
    this.#size += Buffer.byteLength(bytes);
    if (this.#size > MAX_BYTES) {
      fs.renameSync(this.#file, `${this.#file}.1`);
      this.#size = 0;
    }
    texts.forEach(text => this.#lines.emit('line', { at, text }));
    this.#lines.emit('change');
  }
}

function readLogFile(file: string): LogLine[] {
  if (!fs.existsSync(file)) {
    return [];
  }
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map(line => {
      const [at, stream, tag] = line.split(' ', 3);
      return { at, text: line.slice(`${at} ${stream} ${tag} `.length) };
    });
}
