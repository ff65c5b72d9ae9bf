// The box to paste into: what is too large is told before it is sent, and a reader sees that something happens.
function pastePage() {
  const form = one("form");
  const text = one("#article-text");
  const file = one("#file");
  const button = one("button[type=submit]", form);
  const label = button.textContent;

  function tooLarge() {
    if (file.files.length && file.files[0].size > Number(file.dataset.limit)) return file.dataset.refusal;
    const isLong = !file.files.length && Array.from(text.value).length > Number(text.dataset.limit);
    return isLong ? text.dataset.refusal : "";
  }
  form.addEventListener("submit", (event) => {
    const refusal = tooLarge();
    if (!refusal) {
      button.disabled = true;
      button.textContent = button.dataset.busy;
      return;
    }
    event.preventDefault();
    let alert = one(".refused");
    if (!alert) {
      alert = make("p", { className: "refused", role: "alert" });
      form.before(alert);
    }
    alert.textContent = refusal;
  });
  // Also where the reader comes back to a page that the browser has kept.
  addEventListener("pageshow", () => {
    button.disabled = false;
    button.textContent = label;
  });
}
