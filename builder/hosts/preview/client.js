// Added to pages by the preview server only: loads the page again when it has changed, keeps the
// place the author was reading, and shows the findings below the page.
(() => {
  const { page, look, path } = document.currentScript.dataset;
  const PLACE = "coursewright-preview";
  const HIDDEN = "coursewright-preview-hidden";
  let stream = null;
  let shown = "";

  const reload = () => {
    sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  };

  const restore = () => {
    const [where, x, y] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
    sessionStorage.removeItem(PLACE);
    if (where === location.pathname) scrollTo({ left: x, top: y, behavior: "instant" });
  };

  const shadow = () => {
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    host.id = "coursewright-preview";
    document.body.append(host);
    root.addEventListener("click", (event) => {
      if (event.target.closest("[data-hide]")) hide(root);
    });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide(root);
    });
    return root;
  };

  const hide = (root) => {
    sessionStorage.setItem(HIDDEN, shown);
    root.replaceChildren();
  };

  const show = (html) => {
    if (html === shown) return;
    shown = html;
    const host = document.getElementById("coursewright-preview");
    if (!html) {
      host?.remove();
      return;
    }
    if (sessionStorage.getItem(HIDDEN) === html) return;
    const root = host?.shadowRoot ?? shadow();
    root.innerHTML = `<link rel="stylesheet" href="/__preview__/panel.css">${html}`;
  };

  // A hidden tab lets its connection go: a browser has only six for one server.
  const listen = () => {
    stream?.close();
    stream = null;
    if (document.hidden) return;
    stream = new EventSource(`/__preview__/events?path=${encodeURIComponent(path)}`);
    stream.addEventListener("message", (event) => {
      const now = JSON.parse(event.data);
      if (now.page !== page || now.look !== look) reload();
      else show(now.panel);
    });
  };

  addEventListener("load", restore);
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
