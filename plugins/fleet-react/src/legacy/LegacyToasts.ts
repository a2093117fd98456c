import {
  ToastApi,
  ToastApiMessage,
  ToastApiPostResult,
} from '@backstage/frontend-plugin-api';
import { Overlays } from './Overlays';

/** A toast that is shown, and how it is put away. */
export interface LegacyToast {
  message: ToastApiMessage;
  close: () => void;
}

/** Toasts in an app of the old frontend system. */
export class LegacyToasts implements ToastApi {
  readonly overlays = new Overlays<LegacyToast>();

  post(message: ToastApiMessage): ToastApiPostResult {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const toast = {
      message,
      close: () => {
        clearTimeout(timer);
        this.overlays.remove(toast);
      },
    };
    if (message.timeout !== undefined) {
      timer = setTimeout(toast.close, message.timeout);
    }
    this.overlays.add(toast);
    return { close: toast.close };
  }
}
