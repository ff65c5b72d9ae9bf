// The index: filters and sorts. Of thousands of rows only those that are looked at stand in the table.
function indexPage() {
  const AT_ONCE = 200;
  const body = one("#reports tbody");
  const rows = all("tr", body).map((element) => ({ element, words: fold(element.textContent) }));
  const search = one("#search");
  const filters = all("select[data-filter]");
  const end = one("#end");
  let sorted = rows;
  let matching = rows;

  function more(count) {
    const there = body.rows.length;
    body.append(...matching.slice(there, there + count).map((row) => row.element));
    end.hidden = body.rows.length === matching.length;
  }
  function filter() {
    const wanted = fold(search.value.trim());
    const chosen = filters.filter((select) => select.value).map((select) => [select.dataset.filter, select.value]);
    matching = sorted.filter(
      ({ element, words }) => words.includes(wanted) && chosen.every(([name, value]) => element.dataset[name] === value),
    );
    body.replaceChildren();
    more(AT_ONCE);
    one("#found").textContent = wanted || chosen.length ? say("of", matching.length, rows.length) : "";
  }
  search.addEventListener("input", filter);
  for (const select of filters) select.addEventListener("change", filter);
  new IntersectionObserver(([entry]) => entry.isIntersecting && more(AT_ONCE), { rootMargin: "600px" }).observe(end);
  one("button", end).addEventListener("click", () => more(AT_ONCE));
  addEventListener("beforeprint", () => more(matching.length));
  filter(); // also what the browser has kept in the boxes

  const collator = new Intl.Collator("vi", { numeric: true });
  all("#reports th button").forEach((button) => {
    button.addEventListener("click", () => {
      const header = button.closest("th");
      const isNumber = "numeric" in button.dataset;
      // Numbers are most useful from the top, words from the start.
      const first = isNumber ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const order = header.getAttribute("aria-sort") === first ? other : first;
      for (const each of all("#reports th")) each.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const keyed = rows.map((row) => {
        const cell = row.element.cells[header.cellIndex];
        return [cell.dataset.key ?? cell.textContent.trim(), row];
      });
      keyed.sort(([x], [y]) => {
        // What is not known stands last either way.
        if ((x === "") !== (y === "")) return x === "" ? 1 : -1;
        return (isNumber ? x - y : collator.compare(x, y)) * sign;
      });
      sorted = keyed.map(([, row]) => row);
      filter();
    });
  });
}
