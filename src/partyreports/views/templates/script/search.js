// Search: the outline keeps what holds the words, the article shows them.
function articleSearch(view) {
  const article = one("#text");
  const outline = one("#outline");
  const search = one("#search");
  const steps = all(".searching button");
  const units = all(".unit", outline);
  const folded = new Map();
  let hits = [];
  let hit = -1;

  const holds = (element, wanted) => {
    if (!folded.has(element)) folded.set(element, fold(element.textContent));
    return folded.get(element).includes(wanted);
  };

  let pieces = null;
  let whole = "";
  function indexArticle() {
    pieces = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const parts = [];
    let start = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const plain = fold(node.data);
      const same = plain.length === node.data.length;
      pieces.push({ node, start, offsets: same ? null : offsetsOf(node.data) });
      parts.push(plain);
      start += plain.length;
    }
    whole = parts.join("");
  }
  // For each folded letter the place of the letter it came from.
  function offsetsOf(words) {
    const offsets = [];
    let at = 0;
    for (const letter of words) {
      for (let i = fold(letter).length; i > 0; i -= 1) offsets.push(at);
      at += letter.length;
    }
    return offsets;
  }
  function pointAt(position) {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle].start <= position) low = middle;
      else high = middle - 1;
    }
    const { node, start, offsets } = pieces[low];
    const inside = position - start;
    return [node, Math.min(node.data.length, offsets ? (offsets[inside] ?? node.data.length) : inside)];
  }
  function findAll(wanted) {
    if (!pieces) indexArticle();
    const found = [];
    for (let at = whole.indexOf(wanted); at >= 0 && found.length < 1000; at = whole.indexOf(wanted, at + wanted.length)) {
      const range = document.createRange();
      const [lastNode, lastOffset] = pointAt(at + wanted.length - 1);
      range.setStart(...pointAt(at));
      range.setEnd(lastNode, Math.min(lastNode.data.length, lastOffset + 1));
      found.push(range);
    }
    return found;
  }

  function showHits() {
    const many = hits.length === 1000 ? "1000+" : hits.length;
    const told = hits.length ? (hit < 0 ? say("found", many) : say("of", hit + 1, many)) : say("not_found");
    one("#found").textContent = search.value.trim() ? told : "";
    for (const step of steps) step.disabled = !hits.length;
    highlight("found", ...hits);
    highlight("found-now", ...(hits[hit] ? [hits[hit]] : []));
  }
  function walk(step) {
    if (!hits.length) return;
    hit = hit < 0 ? (step > 0 ? 0 : hits.length - 1) : (hit + step + hits.length) % hits.length;
    showHits();
    hits[hit].startContainer.parentElement.scrollIntoView({ block: "center" });
  }

  search.addEventListener("input", () => {
    const wanted = fold(search.value.trim());
    for (const unit of units) unit.classList.toggle("missed", !holds(unit, wanted));
    hits = wanted ? findAll(wanted) : [];
    hit = -1;
    showHits();
    const first = view.neighbour(-1, 1);
    if (first) view.rove(first);
  });
  for (const step of steps) step.addEventListener("click", () => walk(Number(step.dataset.step)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "F3" && search.value) {
      event.preventDefault();
      walk(event.shiftKey ? -1 : 1);
    }
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      walk(event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey) ? -1 : 1);
    } else if (event.key === "Escape" && search.value) {
      event.preventDefault();
      search.value = "";
      search.dispatchEvent(new Event("input"));
    }
  });
  showHits();
  if (search.value) search.dispatchEvent(new Event("input")); // what the browser has kept in the box
}
