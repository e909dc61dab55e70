"use strict";
// Sends papers one by one, and moves between findings by keyboard. Everything else is plain links and forms.

const csrf = () => document.body.dataset.csrf || "";

document.addEventListener("htmx:configRequest", (event) => { event.detail.headers["X-CSRF"] = csrf(); });
// Error pages are shown where the answer was to stand.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
});

// --- sending ---------------------------------------------------------------------------------------------------
const AT_ONCE = 3;
const TRIES = 4;
let chosen = [];

function megabytes(bytes) { return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} kB`; }

function choose(form, files) {
  chosen = chosen.concat(files);
  const total = chosen.reduce((sum, entry) => sum + entry.file.size, 0);
  const status = document.getElementById("chosen");
  status.textContent = `${chosen.length} ${chosen.length === 1 ? "file" : "files"}, ${megabytes(total)}`;
  const name = form.elements.namedItem("name");
  if (form.id === "new-pack" && name && !name.value && chosen.length) {
    name.value = chosen[0].path.split("/")[0].replace(/\.(zip|pdf)$/i, "");
  }
  if (total > Number(form.dataset.mostPack)) { status.textContent += `: more than ${megabytes(Number(form.dataset.mostPack))} in one pack will be refused`; }
  if (chosen.length > Number(form.dataset.mostFiles)) { status.textContent += `: more than ${form.dataset.mostFiles} files in one pack will be refused`; }
}

function fromInput(input) {
  return Array.from(input.files).map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

async function fromDrop(items) {
  const found = [];
  async function walk(entry) {
    if (entry.isFile) {
      const file = await new Promise((done, fail) => entry.file(done, fail));
      found.push({ file, path: entry.fullPath.replace(/^\//, "") });
    } else if (entry.isDirectory) {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((done, fail) => reader.readEntries(done, fail));
        if (!some.length) { break; }
        for (const inner of some) { await walk(inner); }
      }
    }
  }
  const entries = Array.from(items).map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  for (const entry of entries) { await walk(entry); }
  return found;
}

// A large file goes in parts: after a cut connection it goes on where it stopped, and so it does when the page was
// loaded again and the same file is chosen.
const PART = 8 << 20;

async function asked(method, url, headers, body) {
  const answer = await fetch(url, { method, body, headers: { "X-CSRF": csrf(), Accept: "application/json", ...headers } });
  let said = {};
  try { said = await answer.json(); } catch (error) { said = {}; }
  return { status: answer.status, said };
}

async function sendInParts(pack, entry, line) {
  const named = { "X-Name": encodeURIComponent(entry.path), "Upload-Length": String(entry.file.size), "Upload-Key": String(entry.file.lastModified) };
  let tries = 0, id = "", offset = 0, why = "";
  while (tries < 3 * TRIES) {
    try {
      const at = id ? await asked("GET", `${pack}/uploads/${id}`, {}) : await asked("POST", `${pack}/uploads`, named);
      if (at.status >= 400 && at.status < 500) { why = at.said.error || `The server said ${at.status}.`; break; }
      if (at.status < 400) {
        ({ id, offset } = at.said);
        for (;;) {
          line.textContent = `${entry.path}: ${Math.floor((100 * offset) / entry.file.size)} %`;
          const part = await asked("PATCH", `${pack}/uploads/${id}`, { "Upload-Offset": String(offset) }, entry.file.slice(offset, offset + PART));
          if (part.status === 201) { line.textContent = `${entry.path}: here${part.said.note ? ` (${part.said.note})` : ""}`; line.className = "pass"; return true; }
          if (part.status !== 200) { why = part.said.error || `The server said ${part.status}.`; break; }
          offset = part.said.offset;
          tries = 0;
        }
      }
    } catch (error) { why = "The connection was cut."; }
    tries += 1;
    line.textContent = `${entry.path}: the connection was cut, going on in a moment`;
    await new Promise((wake) => { setTimeout(wake, Math.min(5000, 500 * tries)); });
  }
  line.textContent = `${entry.path}: not whole. ${why} Choose it again: it goes on where it stopped.`;
  line.className = "fail";
  return false;
}

function send(pack, entry, line, most) {
  if (entry.file.size > PART && entry.file.size <= most) { return sendInParts(pack, entry, line); }
  return new Promise((done) => {
    if (entry.file.size > most) { line.textContent = `${entry.path}: too large (${megabytes(entry.file.size)}, at most ${megabytes(most)}); split it`; line.className = "fail"; done(false); return; }
    let tries = 0;
    const attempt = () => {
      tries += 1;
      const request = new XMLHttpRequest();
      request.open("PUT", `${pack}/files`);
      request.setRequestHeader("X-CSRF", csrf());
      request.setRequestHeader("X-Name", encodeURIComponent(entry.path));
      request.setRequestHeader("Accept", "application/json");
      request.upload.onprogress = (event) => { line.textContent = `${entry.path}: ${Math.round((100 * event.loaded) / Math.max(event.total, 1))} %`; };
      request.onload = () => {
        let answer = {};
        try { answer = JSON.parse(request.responseText); } catch (error) { answer = {}; }
        if (request.status === 201) { line.textContent = `${entry.path}: here${answer.note ? ` (${answer.note})` : ""}`; line.className = "pass"; done(true); return; }
        if (request.status >= 500 && tries < TRIES) { setTimeout(attempt, 1000 * tries); return; }
        line.textContent = `${entry.path}: not taken. ${answer.error || `The server said ${request.status}.`}`; line.className = "fail"; done(false);
      };
      request.onerror = () => {
        if (tries < TRIES) { line.textContent = `${entry.path}: the connection was cut, trying again`; setTimeout(attempt, 1000 * tries); return; }
        line.textContent = `${entry.path}: not sent, the connection was cut. Send it again; what arrived is kept.`; line.className = "fail"; done(false);
      };
      request.send(entry.file);
    };
    attempt();
  });
}

async function sendAll(form) {
  const list = document.getElementById("sending");
  const button = form.querySelector("button.main");
  button.disabled = true;
  let pack = form.dataset.packUrl || (form.dataset.pack ? `/packs/${form.dataset.pack}` : "");
  if (!pack) {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-CSRF": csrf(), Accept: "application/json" } });
    const made = await answer.json();
    if (!answer.ok) { const line = document.createElement("li"); line.className = "fail"; line.textContent = made.error; list.append(line); button.disabled = false; return; }
    pack = made.url;
  }
  const waiting = chosen.map((entry) => { const line = document.createElement("li"); line.textContent = `${entry.path}: waiting`; list.append(line); return { entry, line }; });
  let refused = 0;
  async function one() {
    for (;;) {
      const next = waiting.shift();
      if (!next) { return; }
      if (!(await send(pack, next.entry, next.line, Number(form.dataset.mostFile)))) { refused += 1; }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  if (form.id === "supplier") {
    if (refused) { chosen = []; button.disabled = false; return; }
    form.submit();
    return;
  }
  await fetch(`${pack}/sent`, { method: "POST", headers: { "X-CSRF": csrf() }, redirect: "manual" });
  if (!refused) { window.location.assign(`${pack}?then=result`); return; }
  chosen = [];
  const go = document.createElement("p");
  const link = document.createElement("a");
  link.href = `${pack}?then=result`;
  link.className = "button";
  link.textContent = `Go on without ${refused === 1 ? "this file" : `these ${refused} files`}`;
  go.append(link);
  list.after(go);
  button.disabled = false;
}

function prepareForm(form) {
  for (const id of ["choose-files", "choose-folder"]) {
    const input = document.getElementById(id);
    input.addEventListener("change", () => { choose(form, fromInput(input)); input.value = ""; });
  }
  const drop = document.getElementById("drop");
  for (const name of ["dragenter", "dragover"]) { drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); }); }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => { event.preventDefault(); drop.classList.remove("over"); choose(form, await fromDrop(event.dataTransfer.items)); });
  form.addEventListener("submit", (event) => {
    if (!chosen.length) {
      if (form.id === "new-pack") { event.preventDefault(); document.getElementById("chosen").textContent = "Choose the papers first."; document.getElementById("choose-files").focus(); }
      return;
    }
    event.preventDefault();
    sendAll(form);
  });
  window.addEventListener("beforeunload", (event) => { if (form.querySelector("button.main").disabled && document.querySelector("#sending li:not(.pass):not(.fail)")) { event.preventDefault(); } });
}

// --- findings --------------------------------------------------------------------------------------------------
function links() { return Array.from(document.querySelectorAll("a.finding-link")).filter((link) => link.offsetParent !== null); }

function mark(link) {
  for (const other of document.querySelectorAll("a.finding-link[aria-current]")) { other.removeAttribute("aria-current"); }
  link.setAttribute("aria-current", "true");
  link.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = links();
  if (!all.length) { return; }
  const now = all.findIndex((link) => link.hasAttribute("aria-current"));
  const next = all[Math.min(all.length - 1, Math.max(0, now + by))];
  next.click();
  next.focus({ preventScroll: true });
}

function zoom(figure, how) {
  const svg = figure.querySelector("svg");
  if (!svg) { return; }
  const size = Number(svg.dataset.size || 100);
  if (how === "box" || how === "page") { svg.setAttribute("viewBox", how === "box" ? svg.dataset.box : svg.dataset.page); svg.dataset.size = "100"; }
  if (how === "in" || how === "out") { svg.dataset.size = String(Math.min(400, Math.max(50, size + (how === "in" ? 50 : -50)))); }
  svg.setAttribute("width", `${svg.dataset.size}%`);
  for (const button of figure.querySelectorAll("[data-zoom=box],[data-zoom=page]")) {
    if (how === "box" || how === "page") { button.setAttribute("aria-pressed", String(button.dataset.zoom === how)); }
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-zoom]");
  if (button) { zoom(button.closest("[data-shot]"), button.dataset.zoom); }
  const link = event.target.closest("a.finding-link");
  if (link) { mark(link); }
  if (event.target.closest("a.finding-link, a.to-detail") && window.matchMedia("(max-width: 900px)").matches) {
    document.getElementById("detail").scrollIntoView();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) { return; }
  if (["j", "n"].includes(event.key)) { step(1); event.preventDefault(); }
  if (["k", "p"].includes(event.key)) { step(-1); event.preventDefault(); }
  const figure = document.querySelector("#detail [data-shot]") || document.querySelector("[data-shot]");
  if (figure && ["+", "="].includes(event.key)) { zoom(figure, "in"); event.preventDefault(); }
  if (figure && event.key === "-") { zoom(figure, "out"); event.preventDefault(); }
});

document.addEventListener("htmx:sseClose", () => settled());
document.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target && event.detail.target.id === "detail") { event.detail.target.scrollTop = 0; } });

function settled() {
  const progress = document.getElementById("progress");
  if (!progress) { return; }
  const done = progress.querySelector("a[href$='/result']");
  if (progress.dataset.then === "result" && done) { window.location.assign(progress.dataset.result); }
}

document.addEventListener("DOMContentLoaded", () => {
  for (const id of ["new-pack", "more", "supplier"]) { const form = document.getElementById(id); if (form) { prepareForm(form); } }
  const progress = document.getElementById("progress");
  if (progress && progress.dataset.state === "done") { settled(); }
});
