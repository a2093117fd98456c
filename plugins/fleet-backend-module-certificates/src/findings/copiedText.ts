import { CertificateView } from '../subject/CertificateView';
import { FailureText, failureTexts } from './failureTexts';

/**
 * What the parents of a failed attempt still say, where the object that said it
 * first is gone or cannot be read.
 */
export function copiedText(view: CertificateView): FailureText | undefined {
  return view.walk.order ? undefined : failureTexts(view)[0];
}
