// The keyboard of the console: / g o j k x Enter ?. Everything it does can be done without it.
(() => {
  const WAIT_MILLIS = 1200;
  let going = 0;
  const typing = (target) => target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')
    || target.closest('dialog');
  const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.querySelector('[data-open], a, button'));
  const here = () => rows().findIndex((row) => row.contains(document.activeElement));
  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    const at = here();
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next].querySelector('[data-open], a, button').focus();
    all[next].scrollIntoView({ block: 'nearest' });
  };
  const select = () => {
    const at = here();
    const box = at < 0 ? null : rows()[at].querySelector('[data-select]');
    if (box) box.click();
  };
  const help = () => {
    const dialog = document.getElementById('keys');
    if (dialog && !dialog.open) dialog.showModal();
  };
  const keys = {
    '/': () => document.querySelector('[data-search]')?.focus(),
    g: () => { going = Date.now(); },
    j: () => move(1),
    k: () => move(-1),
    x: select,
    '?': help,
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (event.key !== 'g' && Date.now() - going < WAIT_MILLIS) {
      going = 0;
      const place = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
      if (place) { event.preventDefault(); place.click(); return; }
    }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  const boxes = () => [...document.querySelectorAll('input[data-select]')];
  const tell = () => {
    const all = boxes();
    const chosen = all.filter((box) => box.checked).length;
    all.forEach((box) => box.closest('[data-row]')?.classList.toggle('chosen', box.checked));
    document.querySelectorAll('[data-selected]').forEach((count) => { count.textContent = chosen; });
    document.querySelectorAll('[data-select-all]').forEach((box) => {
      box.checked = chosen > 0 && chosen === all.length;
      box.indeterminate = chosen > 0 && chosen < all.length;
    });
  };
  document.addEventListener('change', (event) => {
    if (event.target.matches?.('[data-select-all]')) boxes().forEach((box) => { box.checked = event.target.checked; });
    // "all that match" is not true any more once a row is left out
    const every = document.querySelector('[data-all]');
    if (event.target === every && every.checked) boxes().forEach((box) => { box.checked = true; });
    if (every && event.target.matches?.('[data-select-all], [data-select]') && !event.target.checked) every.checked = false;
    if (event.target.matches?.('[data-select-all], [data-select], [data-all]')) tell();
  });
  // one open menu at a time, and none once something else is clicked
  document.addEventListener('click', (event) => {
    document.querySelectorAll('details[data-menu][open]').forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' ? document.querySelector('details[data-menu][open]') : null;
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });
})();
