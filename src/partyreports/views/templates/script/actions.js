// Copying, linking, saving.
function actions(view) {
  const { title, date, url, name } = data("about");

  // The words that are selected in the article, or else those of the field.
  function chosen() {
    const [start, end] = view.places.selected() ?? [0, 0];
    if (start < end) return { start, end };
    return view.selected === null ? null : view.fields[view.selected];
  }

  one("#shown .quote").addEventListener("click", () => {
    const { start, end } = chosen();
    const words = view.places.slice(start, end).trim().replace(/\s+/g, " ");
    copy(`“${words}” (${[title, date, url].filter(Boolean).join(", ")})`, say("quote_copied"));
  });
  one("#shown .link").addEventListener("click", () => {
    const { start, end } = chosen();
    copy(`${location.href.split("#")[0]}#char=${start},${end}`, say("link_copied"));
  });
  one("#save-json").addEventListener("click", () => {
    save(`${JSON.stringify(data("report"), null, 2)}\n`, `${name}.report.json`);
  });

  // The server of this page, if it has one, makes the other forms; it gets the text again, as it keeps nothing.
  for (const button of all("button[data-export]")) {
    button.addEventListener("click", async () => {
      const text = view.places.slice(0, view.places.length);
      const { source } = data("report");
      const body = JSON.stringify({ text, id: source.id, url: source.url, published: source.published });
      try {
        const answer = await fetch(button.dataset.export, {
          method: "POST",
          headers: { "Content-Type": "application/json", "Accept-Language": labels.lang },
          body,
        });
        if (!answer.ok) throw new Error((await answer.json()).detail);
        save(await answer.blob(), `${name}${button.dataset.suffix}`);
      } catch (error) {
        announce(say("export_failed", error.message));
      }
    });
  }
}
