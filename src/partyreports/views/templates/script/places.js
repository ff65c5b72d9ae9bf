// Offsets in the article. They count code points, as in the report, where a string of the browser counts units of
// UTF-16: an emoji is one code point and two units. A character that is shown by a stand-in is one code point too.
function placesIn(article) {
  const nodes = [];
  const starts = [];
  const characters = []; // of the text that was parsed, one code point each
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node);
    starts.push(characters.length);
    const odd = node.parentElement.classList.contains("odd") ? node.parentElement.title : "";
    const letters = odd ? odd.split(" ").map((code) => String.fromCodePoint(parseInt(code.slice(2), 16))) : node.data;
    for (const letter of letters) characters.push(letter);
  }

  function offsetAt(container, offset) {
    const before = document.createRange();
    before.setStart(article, 0);
    before.setEnd(container, offset);
    let count = 0;
    for (const _ of before.toString()) count += 1;
    return count;
  }

  // The text node that holds an offset, and the place in it in units of UTF-16.
  function pointAt(offset) {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    const letters = Array.from(nodes[low].data).slice(0, offset - starts[low]);
    return [nodes[low], letters.join("").length];
  }

  function rangeOf(start, end) {
    const range = document.createRange();
    if (!nodes.length) return range;
    range.setStart(...pointAt(start));
    range.setEnd(...pointAt(end));
    return range;
  }

  return {
    length: characters.length,
    slice: (start, end) => characters.slice(start, end).join(""),
    offsetAt,
    rangeOf,
    // The offsets of what is selected in the article; null where the selection is elsewhere.
    selected() {
      const selection = getSelection();
      if (!selection.rangeCount) return null;
      const range = selection.getRangeAt(0);
      if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
      return [offsetAt(range.startContainer, range.startOffset), offsetAt(range.endContainer, range.endOffset)];
    },
  };
}

// Marks that do not touch the document; nothing where the browser has none.
function highlight(name, ...ranges) {
  if (typeof Highlight === "function" && CSS.highlights) CSS.highlights.set(name, new Highlight(...ranges));
}
