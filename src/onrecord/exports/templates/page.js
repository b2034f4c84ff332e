(() => {
  "use strict";
  const card = document.getElementById("card");
  const chosen = document.getElementById("chosen");
  const prompt = document.getElementById("prompt");
  const filter = document.getElementById("filter");
  let shown = null;
  let came = null;
  let returning = false;
  let opened = [];

  const partsOf = (id) => document.querySelectorAll(`[data-s~="${id}"], [data-ref="${id}"]`);

  const telling = (id) => document.querySelectorAll(`[data-e~="${id}"]`);

  function clear() {
    document.querySelectorAll(".on").forEach((part) => part.classList.remove("on"));
    document.querySelectorAll(".tells").forEach((part) => part.classList.remove("tells"));
    card.hidden = true;
    prompt.hidden = false;
    shown = null;
  }

  function dismiss() {
    if (came) came.focus({ preventScroll: true });
    came = null;
    clear();
  }

  function show(id) {
    const note = document.getElementById(`${id}n`);
    if (!note || id === shown) return;
    clear();
    partsOf(id).forEach((part) => part.classList.add("on"));
    telling(id).forEach((part) => part.classList.add("tells"));
    const copy = note.cloneNode(true);
    copy.removeAttribute("id");
    const holder = document.createElement("div");
    holder.className = "note";
    holder.append(...copy.childNodes);
    chosen.replaceChildren(holder);
    card.hidden = false;
    prompt.hidden = true;
    shown = id;
  }

  function fromAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (/^d\d+s\d+$/.test(id)) show(id);
  }

  function openNotesOfTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let closed = target && target.closest("details:not([open])");
    if (!closed) return;
    for (; closed; closed = closed.parentElement.closest("details:not([open])")) closed.open = true;
    target.scrollIntoView();
  }

  function shut(panel) {
    panel.hidden = true;
    panel.parentElement.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
  }

  function goBack(panel) {
    shut(panel);
    returning = true;
    if (came?.isConnected) came.focus({ preventScroll: true });
    returning = false;
  }

  function peek(point) {
    const proof = document.getElementById(point.dataset.p);
    const panel = point.closest(".of-actor").querySelector(".peek");
    shut(panel);
    const copy = proof.cloneNode(true);
    copy.removeAttribute("id");
    panel.lastElementChild.replaceChildren(copy);
    panel.setAttribute("aria-label", `Evidence: ${proof.dataset.title}`);
    panel.hidden = false;
    point.classList.add("chosen");
    return panel;
  }

  document.addEventListener("mouseover", (event) => {
    const part = event.target.closest("[data-s]");
    if (part && matchMedia("(hover: hover)").matches) show(part.dataset.s.split(" ").at(-1));
  });

  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".ref")) show(event.target.dataset.ref);
    if (!returning && event.target.matches("svg [data-p]")) peek(event.target);
  });

  document.addEventListener("click", (event) => {
    const point = event.target.closest("[data-p]");
    if (point) {
      event.preventDefault();
      const panel = peek(point);
      came = point;
      if (event.detail === 0 || !point.closest("svg")) panel.focus();
      return;
    }
    const button = event.target.closest(".shut");
    if (button) {
      goBack(button.parentElement);
      return;
    }
    const ref = event.target.closest(".ref");
    if (ref) {
      event.preventDefault();
      show(ref.dataset.ref);
      history.replaceState(null, "", `#${ref.dataset.ref}`);
      if (event.detail === 0) {
        came = ref;
        card.focus();
      }
      return;
    }
    const part = event.target.closest("[data-s]");
    if (!part) return;
    const covering = part.dataset.s.split(" ").reverse();
    const next = covering[(covering.indexOf(shown) + 1) % covering.length];
    const touched = !matchMedia("(hover: hover)").matches;
    show(touched || covering.length > 1 ? next : covering[0]);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const panel = event.target.closest(".peek") || event.target.closest(".of-actor")?.querySelector(".peek:not([hidden])");
    if (panel) goBack(panel);
    else if (shown) dismiss();
  });

  document.getElementById("close").addEventListener("click", dismiss);

  filter.closest("label").hidden = false;
  filter.addEventListener("input", () => {
    const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const wanted = plain(filter.value.trim());
    const rows = [...document.querySelectorAll(".speaker")];
    rows.forEach((row) => { row.hidden = !plain(row.dataset.name).includes(wanted); });
    const more = document.getElementById("more");
    if (more && wanted) more.open = true;
    const left = rows.filter((row) => !row.hidden).length;
    document.getElementById("filtered").textContent = wanted ? `${left} of ${rows.length} shown.` : "";
  });

  addEventListener("hashchange", () => { openNotesOfTarget(); fromAddress(); });
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));

  prompt.hidden = false;
  openNotesOfTarget();
  fromAddress();
})();
