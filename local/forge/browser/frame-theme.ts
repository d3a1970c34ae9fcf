import { THEME_ATTRIBUTE } from '../frame-description';

const STYLESHEET = '/_forge/theme.css';

/** Puts Atlassian's design tokens on the screen's document; nothing happens before the screen asks for it, as on Forge. */
export class FrameTheming {
  #enabled = false;

  /** Resolves when the tokens can be used. */
  async enable(colorMode: 'light' | 'dark'): Promise<void> {
    this.#enabled = true;
    this.apply(colorMode);
    if (document.head.querySelector(`link[href="${STYLESHEET}"]`) !== null) return;
    await new Promise<void>((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = STYLESHEET;
      link.onload = () => resolve();
      link.onerror = () => reject(new Error('The theme could not be loaded.'));
      document.head.prepend(link);
    });
  }

  apply(colorMode: 'light' | 'dark'): void {
    if (!this.#enabled) return;
    document.documentElement.dataset['theme'] = THEME_ATTRIBUTE;
    document.documentElement.dataset['colorMode'] = colorMode;
  }
}
