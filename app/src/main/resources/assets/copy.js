// Copies what a button names. Without this file the text can be selected by hand.
(() => {
  const show = (root) => root.querySelectorAll('[data-copy]').forEach((button) => { button.hidden = false; });
  const copied = (button) => {
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = before; }, 2000);
  };
  const selected = (target) => {
    const range = document.createRange();
    range.selectNodeContents(target);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand('copy');
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    const target = button && document.getElementById(button.dataset.copy);
    if (!target) return;
    try {
      await navigator.clipboard.writeText(target.innerText.trim());
      copied(button);
    } catch {
      if (selected(target)) copied(button);
    }
  });
  document.addEventListener('DOMContentLoaded', () => show(document));
  document.addEventListener('htmx:load', (event) => show(event.target));
})();
