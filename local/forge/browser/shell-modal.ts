import { FRAME_SANDBOX } from '../frame-description';
import { frameOrigin, isRecord } from './protocol';

const NAMED = ['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable'];

export interface ModalRequest {
  readonly src: string;
  readonly size: unknown;
  readonly title: string;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  /** Runs once, with what the screen in the modal handed to `view.close`. */
  onClose(payload: unknown): void;
}

export interface OpenModal {
  readonly iframe: HTMLIFrameElement;
  close(payload: unknown): void;
  /** Escape pressed inside the frame. */
  escape(): void;
}

/** Opens an app screen in a dialog over the page (Forge bridge "Modal"). The browser keeps the focus inside and gives it back. */
export function openModal(request: ModalRequest): OpenModal {
  const dialog = document.createElement('dialog');
  dialog.className = 'app-modal';
  if (isRecord(request.size)) {
    if (typeof request.size['width'] === 'string') dialog.style.width = request.size['width'];
    if (typeof request.size['height'] === 'string') dialog.style.height = request.size['height'];
  } else {
    dialog.classList.add(`app-modal-${NAMED.find((name) => name === request.size) ?? 'medium'}`);
  }
  const iframe = document.createElement('iframe');
  iframe.setAttribute('sandbox', FRAME_SANDBOX);
  iframe.title = request.title === '' ? (document.body.dataset['modalLabel'] ?? 'Dialog') : request.title;
  iframe.src = frameOrigin(location.port) + request.src;
  dialog.setAttribute('aria-label', iframe.title);
  if (request.title !== '') {
    const heading = document.createElement('h2');
    heading.textContent = request.title;
    dialog.append(heading);
  }
  dialog.append(iframe);
  document.body.append(dialog);

  let open = true;
  const close = (payload: unknown): void => {
    if (!open) return;
    open = false;
    dialog.close();
    dialog.remove();
    request.onClose(payload);
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (request.closeOnEscape) close(undefined);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && request.closeOnOverlayClick) close(undefined);
  });
  dialog.showModal();
  iframe.focus();
  return {
    iframe,
    close,
    escape: () => {
      if (request.closeOnEscape) close(undefined);
    },
  };
}
