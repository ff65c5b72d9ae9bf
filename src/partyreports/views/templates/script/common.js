// What all pages share. The scripts of a page are put one after the other into one function.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const data = (id) => JSON.parse(one(`#${id}`).textContent);
const labels = data("labels");

// A label in the page's language; {0}, {1} stand for the values.
const say = (key, ...values) => labels[key].replace(/\{(\d)\}/g, (_, place) => values[place]);

// Letters without tones and case: “Đồng chí” is found by “dong chi”.
const fold = (words) =>
  words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").replace(/\s/g, " ").toLowerCase();

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

// What happened, for eyes and for screen readers.
function announce(words) {
  const said = one("#said");
  said.textContent = words;
  said.hidden = false;
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => (said.hidden = true), 8000);
}

async function copy(words, done) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const box = make("textarea", { value: words });
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  announce(done);
}

function save(content, name) {
  const blob = content instanceof Blob ? content : new Blob([content], { type: "application/octet-stream" });
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  announce(say("saved", name));
}
