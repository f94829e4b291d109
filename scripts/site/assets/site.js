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

  const setUpLedger = () => {
    const form = document.getElementById('ledger-filter');
    if (!form) return;
    const rows = [...document.querySelectorAll('#ledger > tbody > tr')];
    const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    const { verdict, kind, part, text } = form.elements;
    const filter = () => {
      const words = text.value.toLowerCase().split(/\s+/);
      const matches = (row) =>
        [verdict, kind, part].every(({ name, value }) => value === '' || row.dataset[name] === value) &&
        words.every((word) => texts.get(row).includes(word));
      for (const row of rows) row.hidden = !matches(row);
      const shown = rows.filter((row) => !row.hidden).length;
      form.querySelector('output').value = `${shown} of ${rows.length} items`;
    };
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.hidden = false;
    filter();
    const showTarget = () => {
      const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!row?.dataset.verdict) return;
      if (row.hidden) form.reset();
      filter();
      row.querySelector('details').open = true;
      row.scrollIntoView();
    };
    addEventListener('hashchange', showTarget);
    showTarget();
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
    setUpScrolling();
    setUpPrinting();
  });
})();
