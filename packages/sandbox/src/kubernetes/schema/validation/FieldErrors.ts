import { Json } from '../../../client/types';
import { FieldError } from '../types';

/** Collects what is wrong with an object, in the words of Kubernetes. */
export class FieldErrors {
  readonly all: FieldError[] = [];

  required(field: string, detail?: string): void {
    this.#add('FieldValueRequired', field, ['Required value', detail]);
  }

  invalid(field: string, value: Json | undefined, detail: string): void {
    const shown = JSON.stringify(value ?? null);
    this.#add('FieldValueInvalid', field, [`Invalid value: ${shown}`, detail]);
  }

  duplicate(field: string, value: Json): void {
    const shown = JSON.stringify(value);
    this.#add('FieldValueDuplicate', field, [`Duplicate value: ${shown}`]);
  }

  notFound(field: string, value: Json): void {
    this.#add('FieldValueNotFound', field, [
      `Not found: ${JSON.stringify(value)}`,
    ]);
  }

  forbidden(field: string, detail: string): void {
    this.#add('FieldValueForbidden', field, ['Forbidden', detail]);
  }

  /** Complains unless the value is one of a few. */
  oneOf(field: string, value: Json | undefined, supported: string[]): void {
    if (typeof value !== 'string' || !supported.includes(value)) {
      const shown = JSON.stringify(value ?? '');
      const words = supported.map(word => JSON.stringify(word)).join(', ');
      this.#add('FieldValueNotSupported', field, [
        `Unsupported value: ${shown}`,
        `supported values: ${words}`,
      ]);
    }
  }

  /** Complains about each reason that a check of a value gave. */
  reasons(field: string, value: Json | undefined, details: string[]): void {
    details.forEach(detail => this.invalid(field, value, detail));
  }

  notNegative(field: string, value: Json | undefined): void {
    if (typeof value === 'number' && value < 0) {
      this.invalid(field, value, 'must be greater than or equal to 0');
    }
  }

  #add(
    reason: FieldError['reason'],
    field: string,
    words: (string | undefined)[],
  ) {
    const message = words.filter(word => word !== undefined).join(': ');
    this.all.push({ reason, message, field });
  }
}
