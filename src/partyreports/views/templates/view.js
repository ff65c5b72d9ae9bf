"use strict";
// The script of both pages. It adds to what works without it: links of the outline lead to their words.
(() => {
  const one = (selector) => document.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // Letters without tones and case: “Đồng chí” is found by “dong chi”.
  const fold = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").replace(/\s/g, " ").toLowerCase();

  const folded = new Map();
  const holds = (element, wanted) => {
    if (!folded.has(element)) folded.set(element, fold(element.textContent));
    return folded.get(element).includes(wanted);
  };

  if (one("body.index")) indexPage();
  if (one("body.report")) reportPage();

  function indexPage() {
    const body = one("#reports tbody");
    const rows = all("tr", body);
    const search = one("#search");
    search.addEventListener("input", () => {
      const wanted = fold(search.value.trim());
      let left = 0;
      for (const row of rows) {
        row.hidden = !holds(row, wanted);
        if (!row.hidden) left += 1;
      }
      one("#found").textContent = wanted ? `${left} of ${rows.length}` : "";
    });

    const collator = new Intl.Collator("vi", { numeric: true });
    all("#reports th button").forEach((button, column) => {
      button.addEventListener("click", () => {
        const header = button.closest("th");
        // Numbers are most useful from the top, words from the start.
        const first = "numeric" in button.dataset ? "descending" : "ascending";
        const other = first === "ascending" ? "descending" : "ascending";
        const order = header.getAttribute("aria-sort") === first ? other : first;
        for (const each of all("#reports th")) each.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", order);
        const key = (row) => row.cells[column].textContent.trim();
        const compare = (a, b) => {
          // What is not known stands last either way.
          if ((key(a) === "–") !== (key(b) === "–")) return key(a) === "–" ? 1 : -1;
          const [x, y] = "numeric" in button.dataset ? [key(a), key(b)].map((s) => s.replace(/,/g, "")) : [key(a), key(b)];
          return collator.compare(x, y) * (order === "ascending" ? 1 : -1);
        };
        body.append(...rows.sort(compare));
      });
    });
  }

  function reportPage() {
    const fields = JSON.parse(one("#fields").textContent);
    const article = one("#text");
    const outline = one("#outline");
    const shown = one("#shown");
    const still = matchMedia("(prefers-reduced-motion: reduce)");

    // --- a field, its words, its place in the outline

    const words = new Map();
    for (const span of all("[data-f]", article)) {
      const field = Number(span.dataset.f);
      if (words.has(field)) words.get(field).push(span);
      else words.set(field, [span]);
    }
    const order = Array.from(words.keys());
    const links = all("a[data-f]", outline);
    const linkOf = new Map(links.map((link) => [fields[link.dataset.f][0], link]));
    let selected = null;

    // A field that has no line of its own is shown by the one that holds it.
    function nearestLink(field) {
      for (let path = fields[field][0]; path; path = path.replace(/(\.|\[|^)[^.[]*$/, "")) {
        if (linkOf.has(path)) return linkOf.get(path);
      }
      return null;
    }

    function select(field, { scrollWords, scrollOutline }) {
      for (const element of all(".on")) element.classList.remove("on");
      for (const link of all("[aria-current]", outline)) link.removeAttribute("aria-current");
      selected = field;
      const spans = words.get(field) || [];
      for (const span of spans) span.classList.add("on");
      const link = nearestLink(field);
      if (link) {
        link.setAttribute("aria-current", "true");
        rove(link);
        if (link.closest("details")) link.closest("details").open = true;
        if (scrollOutline) link.scrollIntoView({ block: "nearest" });
      }
      tell(field, spans, link);
      if (scrollWords && spans.length) spans[0].scrollIntoView({ block: "center" });
      flash(spans);
    }

    function flash(spans) {
      if (still.matches) return;
      const color = getComputedStyle(document.documentElement).getPropertyValue("--flash");
      // What is nested has a colour of its own, so it must flash as well.
      const nested = spans.flatMap((span) => [span, ...all(".f", span)]);
      for (const span of nested.slice(0, 200)) span.animate({ backgroundColor: [color, color, ""] }, 1400);
    }

    function tell(field, spans, link) {
      const [path, kind, rule, start, end, css] = fields[field];
      shown.hidden = false;
      shown.className = `k-${css}`;
      one("#shown .kind").textContent = kind;
      one("#shown .path").textContent = path;
      one("#shown .rule").textContent = rule;
      one("#shown .place").textContent = `${start.toLocaleString("en")}–${end.toLocaleString("en")}`;
      const around = [];
      for (let at = spans[0] && spans[0].parentElement; at && at !== article; at = at.parentElement) {
        if (at.dataset.f) around.push(Number(at.dataset.f));
      }
      one("#shown .around").replaceChildren(
        ...around.map((outer) => {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = fields[outer][0];
          button.addEventListener("click", () => select(outer, { scrollOutline: true }));
          return button;
        }),
      );
      one("#shown .back").hidden = !link;
    }

    function clear() {
      for (const element of all(".on")) element.classList.remove("on");
      for (const link of all("[aria-current]", outline)) link.removeAttribute("aria-current");
      shown.hidden = true;
      selected = null;
    }

    outline.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-f]");
      if (!link) return;
      event.preventDefault();
      select(Number(link.dataset.f), { scrollWords: true });
    });
    article.addEventListener("click", (event) => {
      let span = event.target.closest("[data-f]");
      while (span && isOff(Number(span.dataset.f))) span = span.parentElement.closest("[data-f]");
      // Whoever drags the mouse wants to copy.
      if (span && getSelection().isCollapsed) select(Number(span.dataset.f), { scrollOutline: beside() });
    });
    const isOff = (field) => document.body.classList.contains(`off-${fields[field][5]}`);
    const beside = () => getComputedStyle(one("main")).display === "grid";
    one("#shown .back").addEventListener("click", () => {
      const link = nearestLink(selected);
      link.scrollIntoView({ block: "center" });
      link.focus({ preventScroll: true });
    });
    one("#shown .close").addEventListener("click", clear);

    // --- keyboard: the outline is one stop of the tab key, arrows move in it

    let stop = null;
    function rove(link) {
      if (stop) stop.tabIndex = -1;
      stop = link;
      stop.tabIndex = 0;
    }
    for (const link of links) link.tabIndex = -1;
    if (links.length) rove(links[0]);
    outline.addEventListener("focusin", (event) => {
      if (event.target.matches("a[data-f]")) rove(event.target);
    });
    const isSeen = (element) => element.getClientRects().length > 0;
    function neighbour(index, step) {
      let at = index + step;
      while (links[at] && !isSeen(links[at])) at += step;
      return links[at];
    }
    outline.addEventListener("keydown", (event) => {
      const index = links.indexOf(event.target);
      if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const goal = {
        ArrowDown: () => neighbour(index, 1),
        ArrowUp: () => neighbour(index, -1),
        Home: () => neighbour(-1, 1),
        End: () => neighbour(links.length, -1),
      }[event.key];
      if (!goal) return;
      event.preventDefault();
      const link = goal();
      if (link) link.focus();
    });
    // In the article, left and right walk from field to field; up and down scroll as ever.
    one("#article").addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const walk = order.filter((field) => field === selected || !isOff(field));
      const at = walk.indexOf(selected);
      const next = at < 0 ? walk[step > 0 ? 0 : walk.length - 1] : walk[at + step];
      if (next !== undefined) select(next, { scrollWords: true, scrollOutline: beside() });
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.target.matches("input")) {
        event.preventDefault();
        one("#search").focus();
      }
      if (event.key === "Escape") clear();
    });

    // --- legend

    one(".legend").addEventListener("change", (event) => {
      document.body.classList.toggle(`off-${event.target.dataset.kind}`, !event.target.checked);
    });

    // --- search: the outline keeps what holds the words, the article shows them

    const search = one("#search");
    const units = all(".unit", outline);
    const canHighlight = typeof Highlight === "function" && CSS.highlights;
    let hits = [];
    let hit = -1;

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
    function offsetsOf(data) {
      const offsets = [];
      let at = 0;
      for (const letter of data) {
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
      one("#found").textContent = search.value.trim() ? (hits.length ? `${hit + 1} of ${many}` : "not found") : "";
      if (!canHighlight) return;
      CSS.highlights.set("found", new Highlight(...hits));
      CSS.highlights.set("found-now", new Highlight(...(hits[hit] ? [hits[hit]] : [])));
    }
    search.addEventListener("input", () => {
      const wanted = fold(search.value.trim());
      for (const unit of units) unit.hidden = !holds(unit, wanted);
      hits = wanted ? findAll(wanted) : [];
      hit = -1;
      showHits();
      const first = neighbour(-1, 1);
      if (first) rove(first);
    });
    search.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && hits.length) {
        hit = (hit + (event.shiftKey ? -1 : 1) + hits.length) % hits.length;
        showHits();
        hits[hit].startContainer.parentElement.scrollIntoView({ block: "center" });
      } else if (event.key === "Escape" && search.value) {
        event.stopPropagation();
        search.value = "";
        search.dispatchEvent(new Event("input"));
      }
    });

    const asked = /^#f(\d+)$/.exec(location.hash);
    if (asked && fields[asked[1]]) select(Number(asked[1]), { scrollWords: true, scrollOutline: true });
  }
})();
