// The page of one report: a field, its words in the article, its place in the outline.
function reportPage() {
  const fields = data("fields").map(([path, kind, rule, start, end, css, anchor]) => ({
    path,
    kind,
    rule,
    start,
    end,
    css,
    anchor,
  }));
  const article = one("#text");
  const outline = one("#outline");
  const shown = one("#shown");
  const places = placesIn(article);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const watchers = [];

  const words = new Map();
  for (const span of all("[data-f]", article)) {
    const field = Number(span.dataset.f);
    if (words.has(field)) words.get(field).push(span);
    else words.set(field, [span]);
  }
  const order = Array.from(words.keys());
  const links = all("a[data-f]", outline);
  const linkOf = new Map(links.map((link) => [fields[link.dataset.f].path, link]));
  let selected = null;

  // A field that has no line of its own is shown by the one that holds it.
  function nearestLink(field) {
    for (let path = fields[field].path; path; path = path.replace(/(\.|\[|^)[^.[]*$/, "")) {
      if (linkOf.has(path)) return linkOf.get(path);
    }
    return null;
  }

  function unmark() {
    for (const element of all(".on")) element.classList.remove("on");
    for (const link of all("[aria-current]", outline)) link.removeAttribute("aria-current");
    highlight("asked");
  }

  function select(field, { scrollWords, scrollOutline } = {}) {
    unmark();
    selected = field;
    const spans = words.get(field) || [];
    for (const span of spans) span.classList.add("on");
    const link = nearestLink(field);
    if (link) {
      link.setAttribute("aria-current", "true");
      rove(link);
      if (scrollOutline) link.scrollIntoView({ block: "nearest" });
    }
    tell(field, spans, link);
    if (scrollWords && spans.length) spans[0].scrollIntoView({ block: "center" });
    flash(spans);
    // The address names what is looked at, so that it can be kept and sent.
    history.replaceState(history.state, "", `#${fields[field].anchor}`);
    for (const watch of watchers) watch(field);
  }

  function flash(spans) {
    if (still.matches) return;
    const color = getComputedStyle(document.documentElement).getPropertyValue("--flash");
    // What is nested has a colour of its own, so it must flash as well.
    const nested = spans.flatMap((span) => [span, ...all(".f", span)]);
    for (const span of nested.slice(0, 200)) span.animate({ backgroundColor: [color, color, ""] }, 1400);
  }

  function tell(field, spans, link) {
    const { path, kind, rule, start, end, css } = fields[field];
    shown.hidden = false;
    shown.className = `k-${css}`;
    one("#shown .kind").textContent = kind;
    one("#shown .path").textContent = path;
    one("#shown .rule").textContent = rule;
    one("#shown .place").textContent = `${start.toLocaleString(labels.lang)}–${end.toLocaleString(labels.lang)}`;
    const around = [];
    for (let at = spans[0] && spans[0].parentElement; at && at !== article; at = at.parentElement) {
      if (at.dataset.f) around.push(Number(at.dataset.f));
    }
    one("#shown .around").hidden = !around.length;
    one("#shown .outer").replaceChildren(
      ...around.map((outer) => {
        const button = make("button", { type: "button", textContent: fields[outer].path });
        button.addEventListener("click", () => select(outer, { scrollOutline: true }));
        return button;
      }),
    );
    one("#shown .back").hidden = !link;
  }

  function clear() {
    unmark();
    shown.hidden = true;
    selected = null;
    for (const watch of watchers) watch(null);
  }

  outline.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-f]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    select(Number(link.dataset.f), { scrollWords: true });
  });
  article.addEventListener("click", (event) => {
    let span = event.target.closest("[data-f]");
    while (span && isOff(Number(span.dataset.f))) span = span.parentElement.closest("[data-f]");
    // Whoever drags the mouse wants to copy.
    if (span && getSelection().isCollapsed) select(Number(span.dataset.f), { scrollOutline: beside() });
  });
  const isOff = (field) => document.body.classList.contains(`off-${fields[field].css}`);
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
  const hasModifier = (event) => event.altKey || event.ctrlKey || event.metaKey;
  outline.addEventListener("keydown", (event) => {
    const index = links.indexOf(event.target);
    if (index < 0 || hasModifier(event)) return;
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
    if (!step || hasModifier(event) || event.defaultPrevented) return;
    event.preventDefault();
    const walk = order.filter((field) => field === selected || !isOff(field));
    const at = walk.indexOf(selected);
    const next = at < 0 ? walk[step > 0 ? 0 : walk.length - 1] : walk[at + step];
    if (next !== undefined) select(next, { scrollWords: true, scrollOutline: beside() });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.matches("input, select, textarea")) {
      event.preventDefault();
      one("#search").focus();
    }
    if (event.key === "Escape" && !event.defaultPrevented) clear();
  });

  // --- legend

  one(".legend").addEventListener("change", (event) => {
    document.body.classList.toggle(`off-${event.target.dataset.kind}`, !event.target.checked);
  });

  // --- links into the page

  // `#char=120,184` names characters of the text (RFC 5147) and holds for every version of the program: it selects
  // the field with just these words, or else shows the words. Any other link names a field.
  function follow() {
    const asked = location.hash.slice(1);
    const characters = /^char=(\d{1,9}),(\d{1,9})$/.exec(asked);
    if (!characters) {
      const named = fields.findIndex((field) => field.anchor === asked);
      if (named >= 0) select(named, { scrollWords: true, scrollOutline: true });
      return;
    }
    const [start, end] = characters.slice(1).map((offset) => Math.min(Number(offset), places.length));
    const same = fields.findIndex((field) => field.start === start && field.end === end);
    if (same >= 0) {
      select(same, { scrollWords: true, scrollOutline: true });
    } else if (start < end) {
      const range = places.rangeOf(start, end);
      highlight("asked", range);
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
    }
  }
  addEventListener("hashchange", follow);

  return {
    fields,
    places,
    links,
    words,
    follow,
    select,
    clear,
    rove,
    neighbour,
    linkOf,
    get selected() {
      return selected;
    },
    watch: (watcher) => watchers.push(watcher),
  };
}
