// What the pages do with scripts: they read without. A classic script, so that it also runs in a page opened from a folder.

(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');

  /** Figures take their colours from this attribute, as in JupyterLab, and follow it. */
  const setTheme = () => {
    document.body.dataset.jpThemeLight = String(!dark.matches);
  };

  /** Figures wait for this promise; the page is there, with their stills, before plotly is asked for. */
  window.reverseBottleneckPlotly = new Promise((resolve, reject) => {
    addEventListener('load', () => {
      if (!document.querySelector('[data-figure]')) return;
      const script = document.createElement('script');
      script.src = 'assets/plotly.js';
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  });

  /** Some browsers keep no memory for pages that are opened from a folder. */
  const memory = {
    get: () => {
      try {
        return localStorage.getItem('code');
      } catch {
        return null;
      }
    },
    set: (value) => {
      try {
        localStorage.setItem('code', value);
      } catch {}
    },
  };

  const setUpCodeSwitch = () => {
    const cells = document.querySelectorAll('details.source');
    const button = document.getElementById('code-switch');
    if (cells.length === 0) return;
    const show = (shown) => {
      for (const cell of cells) cell.open = shown;
      button.textContent = shown ? 'Hide code' : 'Show code';
      button.dataset.shown = shown;
    };
    show(memory.get() !== 'hidden');
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown = button.dataset.shown !== 'true';
      show(shown);
      memory.set(shown ? 'shown' : 'hidden');
    });
  };

  /** An address that cannot be decoded is taken as it is. */
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /** A form that hides what does not match its choices and has not all of its words; it says how many of the noun are left. */
  const setUpFilter = ({ form, entries, noun, onChange = () => {} }) => {
    const texts = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
    const choices = [...form.querySelectorAll('select')];
    const filter = () => {
      const words = form.elements.text.value.toLowerCase().split(/\s+/);
      const matches = (entry) =>
        choices.every(({ name, value }) => value === '' || entry.dataset[name] === value) &&
        words.every((word) => texts.get(entry).includes(word));
      for (const entry of entries) entry.hidden = !matches(entry);
      const shown = entries.filter((entry) => !entry.hidden).length;
      form.querySelector('output').value = `${shown} of ${entries.length} ${noun}`;
      onChange();
    };
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.hidden = false;
    filter();
    const showTarget = () => {
      const target = document.getElementById(decoded(location.hash.slice(1)));
      const entry = entries.find((entry) => entry.contains(target));
      if (!entry) return;
      if (entry.hidden) form.reset();
      filter();
      for (const details of entry.querySelectorAll('details')) details.open = true;
      target.scrollIntoView();
    };
    addEventListener('hashchange', showTarget);
    showTarget();
  };

  const setUpLedger = () => {
    const form = document.getElementById('ledger-filter');
    if (form) setUpFilter({ form, entries: [...document.querySelectorAll('#ledger > tbody > tr')], noun: 'items' });
  };

  const setUpReference = () => {
    const form = document.getElementById('reference-filter');
    if (!form) return;
    const rooms = [...document.querySelectorAll('.room')];
    const lines = [...document.querySelectorAll('.names > li')];
    const entryOf = (line) => document.getElementById(line.querySelector('a').hash.slice(1));
    const onChange = () => {
      for (const line of lines) line.hidden = entryOf(line).hidden;
      for (const room of rooms) room.hidden = !room.querySelector('.entry:not([hidden])');
    };
    setUpFilter({ form, entries: [...document.querySelectorAll('.entry')], noun: 'entries', onChange });
  };

  /** What is wider than its place can be scrolled with the keyboard, too. */
  const setUpScrolling = () => {
    const update = (element) => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) update(target);
    });
    for (const element of document.querySelectorAll('.scroll')) observer.observe(element);
  };

  const setUpPrinting = () => {
    let folded = [];
    addEventListener('beforeprint', () => {
      folded = [...document.querySelectorAll('#ledger details:not([open])')];
      for (const details of folded) details.open = true;
    });
    addEventListener('afterprint', () => {
      for (const details of folded) details.open = false;
    });
  };

  document.addEventListener('DOMContentLoaded', () => {
    setTheme();
    dark.addEventListener('change', setTheme);
    setUpCodeSwitch();
    setUpLedger();
    setUpReference();
    setUpScrolling();
    setUpPrinting();
  });
})();
