if (one("body.index")) indexPage();
if (one("body.paste")) pastePage();
if (one("body.report")) {
  const view = reportPage();
  articleSearch(view);
  actions(view);
  corrections(view);
  view.follow();
}
