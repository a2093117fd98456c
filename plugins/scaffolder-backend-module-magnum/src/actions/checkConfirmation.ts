import { InputError } from '@backstage/errors';

/** @throws InputError unless the name was typed again */
export function checkConfirmation(options: {
  name: string;
  confirm: string;
}): void {
  const { name, confirm } = options;
  if (confirm !== name) {
    throw new InputError(
      `To delete ${name} its name has to be typed again; "${confirm.slice(
        0,
        80,
      )}" is not it`,
    );
  }
}
