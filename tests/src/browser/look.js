// What can be measured on a page, in one go.
const root = document.documentElement;
const seen = (element) => element.checkVisibility({ visibilityProperty: true });
const small = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (walker.currentNode.textContent.trim() && seen(element) && !element.closest('.vh, svg')) {
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < 16) small.add(`${size} px: ${walker.currentNode.textContent.trim()}`);
  }
}
// What is pressed with a finger (design 11); a link inside a sentence is as high as its line.
const narrow = new Set();
const pressed = 'button, .btn, .link-btn, summary, .choice label, .check label, select, textarea, .menu__list a, .tile, '
  + 'input:not([type=hidden]):not([type=radio]):not([type=checkbox])';
for (const element of document.querySelectorAll(pressed)) {
  const box = element.getBoundingClientRect();
  if (seen(element) && (box.height < 43.5 || box.width < 43.5)) {
    narrow.add(`${Math.round(box.width)} × ${Math.round(box.height)}: ${(element.innerText || element.name || '').trim()}`);
  }
}
// What goes beyond the right edge, the innermost things only.
const edge = root.clientWidth + 1;
const goesBeyond = (element) => seen(element) && element.getBoundingClientRect().right > edge;
const beyond = [...document.querySelectorAll('body *')]
  .filter((element) => goesBeyond(element) && ![...element.children].some(goesBeyond))
  .map((element) => `${element.tagName} ${(element.textContent || element.value || '').trim().slice(0, 60)}`);
const icon = document.querySelector('link[rel~=icon]');
return {
  address: location.href,
  title: document.title,
  lang: root.lang,
  ready: document.readyState === 'complete' && document.fonts.status === 'loaded',
  wide: root.scrollWidth - root.clientWidth,
  beyond: beyond.join('; '),
  width: root.clientWidth,
  scripts: document.scripts.length,
  handlers: document.querySelectorAll('[onclick], [onload], [onsubmit], [style]').length,
  text: document.body.innerText,
  small: [...small],
  narrow: [...narrow],
  icon: icon ? icon.href : null,
};
