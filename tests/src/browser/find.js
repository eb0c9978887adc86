// Finds what a person would: by the words she sees. Arguments: kind, words, words of the place around it or null.
// Returns the elements found; with words around, those in the smallest place that says them.
const [kind, words, around] = arguments;
const plain = (text) => (text || '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const saying = (element) => [element.getAttribute('aria-label'), element.innerText, element.textContent].map(plain);
const says = (element) => saying(element).includes(words);
const labelled = (label) => {
  const copy = label.cloneNode(true);
  copy.querySelectorAll('.h-count').forEach((extra) => extra.remove());
  return plain(copy.textContent);
};
const all = (selector) => [...document.querySelectorAll(selector)];
const finders = {
  link: () => all('a[href]').filter(says),
  button: () => all('button, summary, input[type=submit]').filter(says),
  field: () =>
    all('label').filter((label) => label.control && label.control.type !== 'radio' && labelled(label) === words)
      .map((label) => label.control),
  choice: () =>
    all('label').filter((label) => {
      const type = label.control && label.control.type;
      const bold = label.querySelector('b');
      return (type === 'radio' || type === 'checkbox') && (says(label) || (bold && says(bold)));
    }),
};
// What only a screen reader says need not be said here, unless something is called just so.
const withoutHidden = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('.vh').forEach((extra) => extra.remove());
  return plain(copy.textContent);
};
let found = finders[kind]().filter(seen);
if (found.length === 0 && kind === 'button') {
  found = all('button').filter((button) => withoutHidden(button) === words).filter(seen);
}
if (around !== null) {
  const size = (element) => {
    for (let place = element.parentElement; place; place = place.parentElement) {
      if (plain(place.textContent).includes(around)) return place.textContent.length;
    }
    return Infinity;
  };
  const sizes = found.map(size);
  const least = Math.min(...sizes);
  found = least === Infinity ? [] : found.filter((_, index) => sizes[index] === least);
}
return found;
