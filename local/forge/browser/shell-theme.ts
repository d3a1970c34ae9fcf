/** Resolves the person's theme choice to a colour mode, and follows the system where the choice is `auto`. */
export class ShellTheme {
  readonly #dark = window.matchMedia('(prefers-color-scheme: dark)');
  readonly #watchers = new Set<(mode: 'light' | 'dark') => void>();
  #choice = document.documentElement.dataset['themeChoice'] ?? 'auto';

  constructor() {
    this.#apply();
    this.#dark.addEventListener('change', () => this.#apply());
  }

  get mode(): 'light' | 'dark' {
    if (this.#choice === 'dark' || this.#choice === 'light') return this.#choice;
    return this.#dark.matches ? 'dark' : 'light';
  }

  choose(choice: string): void {
    this.#choice = choice;
    document.documentElement.dataset['themeChoice'] = choice;
    this.#apply();
  }

  watch(watcher: (mode: 'light' | 'dark') => void): void {
    this.#watchers.add(watcher);
  }

  #apply(): void {
    document.documentElement.dataset['colorMode'] = this.mode;
    for (const watcher of this.#watchers) watcher(this.mode);
  }
}
