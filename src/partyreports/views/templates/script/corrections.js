// Corrections: a reader sets right what the program read, and saves it as gold.
function corrections(view) {
  const article = one("#article");
  const panel = one("#corrections");
  const { fields, places } = view;
  const about = data("about");
  const report = data("report");
  const gold = goldAnswers(data("draft"));
  const choices = data("choices");
  const opener = one("#correct");
  let picked = null; // what was last selected in the article: its offsets
  let current = null; // the item of a list that is being corrected
  let saved = true;

  const quote = (start, end) => {
    const words = places.slice(start, end).replace(/\s+/g, " ");
    return words.length > 60 ? `${words.slice(0, 40)} … ${words.slice(-15)}` : words;
  };
  const isOn = () => !panel.hidden;

  // --- opening and closing

  function open(on) {
    panel.hidden = !on;
    document.body.classList.toggle("correcting", on);
    opener.setAttribute("aria-expanded", on);
    if (on) draw();
    else highlight("caret");
  }
  opener.addEventListener("click", () => {
    open(!isOn());
    if (isOn()) one("h1", panel).focus();
  });
  addEventListener("beforeunload", (event) => {
    if (!saved) event.preventDefault();
  });

  // --- changes

  function change(key, doIt) {
    gold.change(key, doIt);
    saved = false;
    // Once the focus has moved on from the box that was changed, so that it can be kept.
    clearTimeout(drawing);
    drawing = setTimeout(draw);
  }
  let drawing = 0;
  const remove = (holder, value) => holder.splice(holder.indexOf(value), 1);

  function removeField(path) {
    const { key, fact, holder, value } = gold.find(path);
    const keys = key === "chairs" ? ["chairs", "chair_positions"] : key === "lists" ? ["lists"] : [key];
    change(keys, () => {
      if (fact) fact.value = null;
      else remove(holder, value);
    });
    announce(say("marked_wrong"));
  }

  // Positions are scored for chairs, headings for lists: whoever changes the one answers for the other.
  const setChairs = (doIt) => change(["chairs", "chair_positions"], doIt);
  const setLists = (doIt) => change(["lists"], doIt);

  // --- the marker and the words of a new point

  const MARKER =
    /^\s*(?:[*•+–-]\s*)?(?:(?:nhóm |nhiệm vụ |giải pháp |vấn đề |điểm )*(?:thứ )?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|một)(?: là)?\s*[,:.;–-]*|\(?(?:\d{1,3}|[ivx]{1,5}|[a-zđ])(?:\.\d{1,2})*\s*[.)/:–-]+)\s*/iu;
  const WORDS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

  function itemFrom([start, end], last) {
    const words = places.slice(start, end);
    const lead = Array.from(/^\s*/.exec(words)[0]).length;
    const marker = MARKER.exec(words) ?? /^\s*\S+\s*/.exec(words);
    const digits = /\d+/.exec(marker?.[0] ?? "");
    const word = WORDS.findIndex((name) => fold(marker?.[0] ?? "").split(/[^a-z]+/).includes(fold(name)));
    const said = digits ? Number(digits[0]) : word >= 0 ? word + 1 : null;
    const body = start + (marker ? Array.from(marker[0]).length : lead);
    const trail = Array.from(/\s*$/.exec(words)[0]).length;
    return { n: said ?? (last ? last.n + 1 : 1), start: start + lead, body, end: end - trail, path: null };
  }
  const inOrder = (items) => items.sort((a, b) => a.start - b.start);
  const level = (start, end) =>
    gold.state.lists.filter((list) => list.items.some((item) => item.start < start && end <= item.end)).length;

  // --- what the selected words can become

  function uses() {
    const words = () => places.slice(...picked).trim();
    const { state } = gold;
    const fact = (key) => [say(`as_${key}`), () => change([key], () => (state.facts[key].value = words()))];
    const found = [
      [say("as_chair"), () => setChairs(() => state.chairs.push({ value: words(), path: null, positions: [] }))],
      ...state.chairs.map((chair) => [
        say("as_position", chair.value),
        () => setChairs(() => chair.positions.push({ value: words(), path: null })),
      ]),
      fact("title"),
      fact("place"),
      [say("as_organisation"), () => change(["organisations"], () => state.sets.organisations.push({ value: words(), path: null }))],
      [say("as_citation"), () => change(["citations"], () => state.sets.citations.push({ value: words(), path: null }))],
      [say("as_footer"), () => change(["footer_start"], () => (state.facts.footer_start.value = picked[0]))],
    ];
    const points = [];
    if (current) {
      const { list, item } = current;
      const name = [item.n, state.lists.indexOf(list) + 1];
      points.push([say("as_end", ...name), () => setLists(() => (item.end = picked[1]))]);
      points.push([say("as_body", ...name), () => setLists(() => (item.body = picked[0]))]);
      points.push([say("as_start", ...name), () => setLists(() => ((item.start = picked[0]), inOrder(list.items)))]);
    }
    state.lists.forEach((list, i) => {
      const last = () => list.items.filter((item) => item.start < picked[0]).at(-1);
      points.push([say("as_point", i + 1), () => setLists(() => inOrder((list.items.push(itemFrom(picked, last())), list.items)))]);
      points.push([say("as_heading", i + 1), () => change(["headings", "lists"], () => (list.heading = words()))]);
    });
    points.push([say("as_list"), () => setLists(() => state.lists.push(newList()))]);
    return current ? [...points, ...found] : [...found, ...points];
  }
  function newList() {
    const item = itemFrom(picked, null);
    return {
      role: null,
      declared: null,
      level: level(item.start, item.end),
      inline: false,
      heading: null,
      path: null,
      items: [item],
    };
  }

  // --- selecting words, by mouse and by keyboard

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    if (!isOn()) return;
    clearTimeout(waiting);
    waiting = setTimeout(pick, 30);
  });
  function pick() {
    const now = places.selected();
    if (!now) return;
    const caret = now[1] < places.length ? places.rangeOf(now[1], now[1] + 1) : null;
    highlight("caret", ...(caret && document.activeElement === article ? [caret] : []));
    picked = now;
    drawPicked();
  }
  // As in an editor; browsers have no caret in words that cannot be edited.
  article.addEventListener("keydown", (event) => {
    if (!isOn() || event.altKey || event.metaKey) return;
    const step = {
      ArrowLeft: ["backward", event.ctrlKey ? "word" : "character"],
      ArrowRight: ["forward", event.ctrlKey ? "word" : "character"],
      ArrowUp: ["backward", "line"],
      ArrowDown: ["forward", "line"],
      Home: ["backward", event.ctrlKey ? "documentboundary" : "lineboundary"],
      End: ["forward", event.ctrlKey ? "documentboundary" : "lineboundary"],
    }[event.key];
    if (event.key === "Enter" && picked) {
      event.preventDefault();
      one("#use").focus();
      return;
    }
    if (!step) return;
    event.preventDefault();
    const selection = getSelection();
    if (!places.selected()) selection.collapse(one("#text"), 0);
    selection.modify(event.shiftKey ? "extend" : "move", ...step);
    const focus = selection.focusNode;
    (focus.nodeType === Node.TEXT_NODE ? focus.parentElement : focus).scrollIntoView({ block: "nearest" });
  });

  // --- drawing

  const button = (label, doIt, properties = {}) => {
    const made = make("button", { type: "button", textContent: label, ...properties });
    made.addEventListener("click", doIt);
    return made;
  };
  function select(label, options, value, doIt) {
    const made = make("select", { ariaLabel: label });
    for (const [key, name] of options) made.append(make("option", { value: key, textContent: name, selected: key === (value ?? "") }));
    made.addEventListener("change", () => doIt(made.value || null));
    return made;
  }
  function input(label, value, doIt, properties = {}) {
    const made = make("input", { ariaLabel: label, value: value ?? "", autocomplete: "off", ...properties });
    made.addEventListener("change", () => doIt(made.value.trim() || null));
    return made;
  }
  const number = (value) => (value === null ? null : Number(value));

  function drawFact(key) {
    const fact = gold.state.facts[key];
    const label = say(`key_${key}`);
    const set = (value) => change([key], () => (fact.value = value));
    const dateBox = (placeholder, withTime) => {
      const box = input(label, fact.value, (value) => set(value && isoDate(value)), { placeholder });
      if (fact.value !== null && !isDate(fact.value, withTime)) box.setCustomValidity(say("no_date", label, fact.value));
      return box;
    };
    const yesNo = [["true", say("yes")], ["false", say("no")]];
    const how = {
      is_meeting_report: () => [select(label, yesNo, String(fact.value), (value) => set(value === "true"))],
      part_of_day: () => [select(label, choices.part_of_day, fact.value, set)],
      kind: () => [select(label, choices.kind, fact.value, set)],
      format: () => [select(label, choices.format, fact.value, set)],
      period: () =>
        [0, 1].map((end) =>
          input(say(end ? "last_day" : "first_day"), fact.value?.[end], (value) => {
            const both = [fact.value?.[0] ?? null, fact.value?.[1] ?? null];
            both[end] = value;
            set(both[0] || both[1] ? both : null);
          }, { type: "date" }),
        ),
      attendance_points: () => [input(label, fact.value, (value) => set(number(value)), { type: "number", min: 0 })],
      delegates: () => [input(label, fact.value, (value) => set(number(value)), { type: "number", min: 0 })],
      footer_start: () => [input(label, fact.value, (value) => set(number(value)), { type: "number", min: 0, max: places.length })],
      published: () => [dateBox("31/5/2024 14:30", true)],
      meeting_date: () => [dateBox("31/5/2024, --05-31", false)],
    };
    return row(key, label, ...(how[key] ?? (() => [input(label, fact.value, set)]))());
  }
  function row(key, label, ...content) {
    const made = make("div", { className: "row" }, make("dt", { textContent: label }), make("dd", {}, ...content));
    made.classList.toggle("touched", gold.state.touched.includes(key));
    return made;
  }
  function drawValue(holder, one, label, key) {
    return make(
      "span",
      { className: "answer" },
      input(label, one.value, (value) => change([key].flat(), () => (value ? (one.value = value) : remove(holder, one)))),
      button("×", () => change([key].flat(), () => remove(holder, one)), { ariaLabel: say("remove", one.value) }),
    );
  }
  function drawChair(chair) {
    const { chairs } = gold.state;
    const both = ["chairs", "chair_positions"];
    const positions = chair.positions.map((position) => drawValue(chair.positions, position, say("key_position", chair.value), both));
    return make("div", { className: "chair" }, drawValue(chairs, chair, say("key_chairs"), both), ...positions);
  }
  function drawList(list, i) {
    const role = select(say("role_of", i + 1), choices.role, list.role, (value) => setLists(() => (list.role = value)));
    role.dataset.list = i;
    const declared = input(say("declared_of", i + 1), list.declared, (value) => setLists(() => (list.declared = number(value))), { type: "number", min: 0 });
    const items = list.items.map((item) => drawItem(list, item, i));
    return make(
      "section",
      { className: "list" },
      make("h2", { textContent: say("list", i + 1) }),
      make("p", { className: "answer" }, role, make("label", {}, `${say("declared")} `, declared), button(say("remove_list"), () => setLists((state) => remove(state.lists, list)), { ariaLabel: `${say("remove_list")} ${i + 1}` })),
      list.heading ? make("p", { className: "heading", lang: "vi", textContent: list.heading }) : null,
      make("ul", { className: "items" }, ...items),
    );
  }
  function drawItem(list, item, i) {
    const isCurrent = current && current.item === item;
    const words = button("", () => choose(list, item), { lang: "vi" });
    words.append(make("b", { textContent: quote(item.start, item.body) }), quote(item.body, item.end));
    words.className = "words";
    if (isCurrent) words.setAttribute("aria-current", "true");
    return make(
      "li",
      { className: "answer" },
      input(say("number_of", i + 1), item.n, (value) => setLists(() => (item.n = value === null ? null : Number(value))), { type: "number", min: 0 }),
      words,
      button("×", () => setLists(() => remove(list.items, item)), { ariaLabel: say("remove", quote(item.start, item.body)) }),
    );
  }
  // The point whose end, text or beginning the next selection may set.
  function choose(list, item) {
    current = { list, item };
    highlight("point", places.rangeOf(item.start, item.end));
    places.rangeOf(item.start, item.body).startContainer.parentElement.scrollIntoView({ block: "center" });
    draw();
  }

  function drawPicked() {
    const use = one("#use");
    one("#picked").textContent = picked && picked[0] < picked[1] ? `${picked[0]}–${picked[1]}: “${quote(...picked)}”` : say("nothing_selected");
    one("#apply").disabled = !picked || picked[0] === picked[1];
    const kept = use.value;
    const names = uses().map(([name]) => name);
    use.replaceChildren(...names.map((name) => make("option", { textContent: name })));
    if (names.includes(kept)) use.value = kept;
    highlight("picked", ...(picked && picked[0] < picked[1] ? [places.rangeOf(...picked)] : []));
  }
  one("#apply").addEventListener("click", () => {
    const [name, doIt] = uses()[one("#use").selectedIndex];
    doIt();
    announce(name);
  });

  function draw() {
    const { state } = gold;
    // A change may have replaced what was current.
    if (current && !state.lists.some((list) => list.items.includes(current.item))) current = null;
    if (!current) highlight("point");
    const refocus = keepFocus();
    const facts = Object.keys(state.facts).map(drawFact);
    const chairs = row("chairs", say("key_chairs"), ...state.chairs.map(drawChair));
    const sets = Object.keys(state.sets).map((key) =>
      row(key, say(`key_${key}`), ...state.sets[key].map((value) => drawValue(state.sets[key], value, say(`key_${key}`), key))),
    );
    one("#answers").replaceChildren(...facts.slice(0, 9), chairs, ...facts.slice(9), ...sets);
    one("#lists").replaceChildren(...state.lists.map(drawList));
    one("#lists").classList.toggle("touched", state.touched.includes("lists"));
    one("#undo").disabled = !gold.isTouched;
    drawPicked();
    drawExport();
    drawMarks();
    refocus();
  }
  // Drawing anew replaces what has the focus: it goes to what says the same, or else to what stands in its place.
  function keepFocus() {
    const controls = () => all("button, input, select", panel);
    const name = (element) => `${element.tagName} ${element.ariaLabel ?? element.textContent}`;
    const focus = document.activeElement;
    const place = controls().indexOf(focus);
    if (place < 0) return () => {};
    const alike = controls().filter((element) => name(element) === name(focus)).indexOf(focus);
    return () => {
      const now = controls();
      const same = now.filter((element) => name(element) === name(focus));
      (same[alike] ?? now[Math.min(place, now.length - 1)]).focus({ preventScroll: true });
    };
  }
  function drawExport() {
    const keys = gold.keys(one("#whole").checked);
    one("#answered").textContent = say("answered", keys.map((key) => (key in labels_of ? labels_of[key] : key)).join(", "));
    const problems = gold.problems();
    one("#problems").replaceChildren(...problems.map((problem) => make("li", { textContent: problem })));
    one("#export").disabled = problems.length > 0 || (!gold.isTouched && !one("#whole").checked);
  }
  const labels_of = Object.fromEntries(
    Object.entries(labels).filter(([key]) => key.startsWith("key_")).map(([key, label]) => [key.slice(4), label]),
  );

  // Fields that the reader took away are struck through, in the outline and in the article.
  function drawMarks() {
    fields.forEach(({ path }, field) => {
      const isWrong = gold.isGone(path);
      for (const span of view.words.get(field) ?? []) span.classList.toggle("wrong", isWrong);
      view.linkOf.get(path)?.classList.toggle("wrong", isWrong);
    });
    tellSelected(view.selected);
  }

  // --- the bar below

  const wrongButton = one("#shown .is-wrong");
  const roleBox = one("#shown .role");
  function tellSelected(field) {
    const found = field === null ? null : gold.find(fields[field].path);
    const isThere = found !== null && !gold.isGone(fields[field].path);
    wrongButton.hidden = !isThere;
    const list = found?.list;
    roleBox.hidden = !list || !isThere;
    if (list && isThere) {
      one("select", roleBox).value = list.role ?? "";
      if (isOn() && found.value !== list && current?.item !== found.value) choose(list, found.value);
    }
  }
  view.watch(tellSelected);
  wrongButton.addEventListener("click", () => removeField(fields[view.selected].path));
  one("select", roleBox).append(...choices.role.map(([value, name]) => make("option", { value, textContent: name })));
  one("select", roleBox).addEventListener("change", (event) => {
    const { list } = gold.find(fields[view.selected].path);
    setLists(() => (list.role = event.target.value || null));
    announce(say("role_changed", event.target.selectedOptions[0].textContent));
  });

  // --- taking back and saving

  one("#undo").addEventListener("click", () => {
    gold.undo();
    draw();
  });
  one("#whole").addEventListener("change", drawExport);
  one("#export").addEventListener("click", () => {
    const text = places.slice(0, places.length);
    const answers = gold.gold(one("#whole").checked, { id: about.name, sha256: report.source.sha256, text });
    save(`${JSON.stringify(answers, null, 1)}\n`, `${about.name}.json`);
    saved = true;
  });
}
