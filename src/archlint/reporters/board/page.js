"use strict";
const facts = JSON.parse(document.getElementById("facts").textContent);
const $ = (id) => document.getElementById(id);
const stage = $("stage"), svg = stage.querySelector("svg"), about = $("about");
const nodes = new Map([...svg.querySelectorAll("g.node[data-path]")].map((node) => [node.dataset.path, node]));
const edges = [...svg.querySelectorAll("g.edge[data-source]")];
const chosen = { state: Math.max(facts.states.length - 1, 0), beside: -1, paths: [], finding: -1 };

/* Everything that is shown comes in as text: no string is ever read as markup. */
function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name === "text") element.textContent = value;
    else if (name === "click") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const coded = (text) => text.split("`").map((part, at) => (at % 2 ? make("code", { text: part }) : part));
const button = (text, click) => make("button", { type: "button", class: "link", click }, ...coded(text));
const statesOf = (group) => new Set((group.dataset.states || "").split(" ").filter(Boolean).map(Number));
const boxOf = (path) => {
  for (let at = path; at; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) if (nodes.has(at)) return at;
  return null;
};
const titleOf = (path) => facts.elements[path]?.title || path;
const called = (state) => state.title && state.title !== state.name ? `${state.name}: ${state.title}` : state.name;
const dated = (state) => (state.at && state.at !== state.name ? `${called(state)} (${state.at})` : called(state));

/* What is there */
function show() {
  const { state, beside, paths } = chosen;
  const near = new Set(paths);
  for (const edge of edges) {
    if (paths.includes(edge.dataset.source)) near.add(edge.dataset.target);
    if (paths.includes(edge.dataset.target)) near.add(edge.dataset.source);
  }
  const counts = { new: 0, gone: 0 };
  for (const group of [...nodes.values(), ...edges]) {
    const states = statesOf(group), now = states.has(state), before = beside >= 0 && states.has(beside);
    const news = beside >= 0 && now && !before, gone = before && !now;
    const own = group.dataset.path ? [group.dataset.path] : [group.dataset.source, group.dataset.target];
    const marked = group.dataset.path ? paths.includes(own[0]) : paths.length > 1 && own.every((end) => paths.includes(end));
    const touched = group.dataset.path ? near.has(own[0]) : own.some((end) => paths.includes(end));
    group.classList.toggle("absent", !now && !gone);
    group.classList.toggle("new", news);
    group.classList.toggle("gone", gone);
    group.classList.toggle("chosen", marked);
    group.classList.toggle("faint", paths.length > 0 && !touched);
    if (group.dataset.path) {
      group.setAttribute("tabindex", now || gone ? "0" : "-1");
      group.setAttribute("aria-hidden", String(!now && !gone));
      counts.new += news;
      counts.gone += gone;
    }
  }
  const here = facts.states[state];
  $("moment").textContent = here ? called(here) + (here.at ? `, ${here.at}` : "") : "";
  $("state").setAttribute("aria-valuetext", here ? dated(here) : "");
  const there = [...nodes.values()].filter((node) => statesOf(node).has(state)).length;
  $("change").textContent = beside < 0
    ? `${there} boxes` + (here ? ` in ${here.name}` : "")
    : `${there} boxes in ${here.name}; beside ${facts.states[beside].name}: ${counts.new} added (thick), ${counts.gone} removed (dashed)`;
}

/* Where it is looked at from */
const whole = svg.viewBox.baseVal, full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
let look = { ...full };
svg.removeAttribute("width");
svg.removeAttribute("height");
function aim(next) {
  const least = full.w / 60;
  look = { ...next, w: Math.min(Math.max(next.w, least), full.w * 1.5) };
  look.h = look.w * (full.h / full.w);
  svg.setAttribute("viewBox", `${look.x} ${look.y} ${look.w} ${look.h}`);
}
function zoom(factor, x = look.x + look.w / 2, y = look.y + look.h / 2) {
  const w = Math.min(Math.max(look.w * factor, full.w / 60), full.w * 1.5), real = w / look.w;
  aim({ x: x - (x - look.x) * real, y: y - (y - look.y) * real, w });
}
function pointed(event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [at.x, at.y];
}
function centre(paths) {
  const boxes = paths.map((path) => nodes.get(path)).filter(Boolean);
  if (!boxes.length) return;
  const frame = svg.getBoundingClientRect(), scale = svg.getScreenCTM();
  const places = boxes.map((box) => box.getBoundingClientRect());
  if (!frame.width || !scale) return;
  const inverse = scale.inverse(), corner = (x, y) => new DOMPoint(x, y).matrixTransform(inverse);
  const from = corner(Math.min(...places.map((p) => p.left)), Math.min(...places.map((p) => p.top)));
  const to = corner(Math.max(...places.map((p) => p.right)), Math.max(...places.map((p) => p.bottom)));
  const w = Math.min(Math.max((to.x - from.x) * 1.6, full.w / 5, ((to.y - from.y) * 1.6 * full.w) / full.h), full.w);
  aim({ x: (from.x + to.x) / 2 - w / 2, y: (from.y + to.y) / 2 - (w * full.h) / full.w / 2, w });
}

/* What is told */
function place([path, line, column, lastLine, lastColumn]) {
  const text = facts.texts[path];
  const where = make("p", { class: "small", text: `${path}:${line}:${column}` });
  if (text === undefined) return [where];
  const lines = text.split("\n"), first = Math.max(line - 3, 0), code = make("pre", { tabindex: "0", "aria-label": `${path}, line ${line}` });
  lines.slice(first, Math.min(lastLine + 2, line + 6)).forEach((words, at) => {
    const number = first + at + 1, within = number >= line && number <= lastLine;
    const from = number === line ? column - 1 : words.search(/\S|$/), to = number === lastLine ? lastColumn - 1 : words.length;
    const chars = [...words];
    code.append(`${String(number).padStart(4)} `);
    if (within) code.append(chars.slice(0, from).join(""), make("mark", { text: chars.slice(from, to).join("") }), chars.slice(to).join(""));
    else code.append(words);
    code.append("\n");
  });
  return [where, code];
}
function listed(title, items) {
  return items.length ? [make("h4", { text: title }), make("ul", {}, ...items.map((item) => make("li", {}, ...[item].flat())))] : [];
}
function tell(...parts) {
  about.replaceChildren(...parts.flat(9).filter(Boolean));
  about.scrollTop = 0;
}
function elementOf(path) {
  const found = facts.elements[path];
  if (!found) return;
  const box = boxOf(path), into = [];
  for (const [other, element] of Object.entries(facts.elements))
    for (const relation of element.relations || [])
      if (other !== path && relation.target === path) into.push([button(titleOf(other), () => choose(other)), ` ${relation.words}`]);
  const onIt = facts.findings.map((finding, at) => [finding, at]).filter(([finding]) => finding.elements.some((one) => one === path || one.startsWith(`${path}.`)));
  const row = (name, value) => (value ? [make("dt", { text: name }), make("dd", { text: value })] : []);
  tell(
    make("h3", { text: found.title }),
    make("p", { class: "small", text: `${found.kind} ${path}${found.imported ? ", known by import" : ""}` }),
    make("dl", {}, ...row("owner", found.owner), ...row("exists", found.life), ...found.facts.flatMap(([name, value]) => row(name, value))),
    listed("Relations", (found.relations || []).map((relation) => relation.words)),
    held(path),
    listed("Is referred to by", into),
    listed("Findings", onIt.map(([finding, at]) => [make("span", { class: finding.severity, text: `${finding.code} ` }), button(finding.message, () => chooseFinding(at))])),
    make("h4", { text: "In the text" }), place(found.place),
  );
  return box;
}
/* Who holds an entity in each state, and whose that is */
function held(path) {
  const entity = facts.data.find((one) => one.path === path);
  if (!entity) return [];
  return listed("Held by", facts.states.map((state, at) => [make("strong", { text: `${state.name}: ` }), ...entity.states[at].flatMap((one, n) => [n ? "; " : "",
    `${one.role} `, button(titleOf(one.path), () => choose(one.path)), facts.elements[one.path]?.owner ? ` of ${facts.elements[one.path].owner}` : ""]),
    entity.states[at].length ? "" : "not stated"]));
}
function choose(path) {
  const box = elementOf(path), entity = facts.data.find((one) => one.path === path);
  const holders = entity ? entity.states.flat().map((one) => boxOf(one.path)).filter(Boolean) : [];
  chosen.paths = box ? [box] : [...new Set(holders)];
  chosen.finding = -1;
  reach(box ? chosen.paths : []);
  show();
  mark();
  centre(chosen.paths);
}
/* A choice that is not there in the state shown moves to the nearest state in which it is. */
function reach(paths) {
  const wanted = paths.map((path) => statesOf(nodes.get(path)));
  if (!wanted.length || wanted.every((states) => states.has(chosen.state))) return;
  const all = facts.states.map((_, at) => at).sort((a, b) => Math.abs(a - chosen.state) - Math.abs(b - chosen.state));
  const best = all.find((at) => wanted.every((states) => states.has(at))) ?? all.find((at) => wanted[0].has(at));
  if (best !== undefined) $("state").value = String((chosen.state = best));
}
function chooseFinding(at) {
  const finding = facts.findings[at], rule = facts.rules[finding.code];
  const paths = [...finding.elements, ...finding.witness].map(boxOf).filter(Boolean);
  chosen.finding = at;
  chosen.paths = [...new Set(paths)];
  const first = facts.states.findIndex((state) => finding.states.includes(state.name));
  if (first >= 0 && !finding.states.includes(facts.states[chosen.state]?.name)) $("state").value = String((chosen.state = first));
  reach(chosen.paths.slice(0, 1));
  tell(
    make("h3", {}, make("span", { class: finding.severity, text: `${finding.severity} ${finding.code} ` }), finding.name),
    make("p", {}, ...coded(finding.message)),
    finding.help ? make("p", {}, make("strong", { text: "What to do: " }), ...coded(finding.help)) : null,
    finding.witness.length ? [make("h4", { text: "The path that proves it" }), make("p", {}, ...finding.witness.flatMap((step, n) => [n ? " → " : "", button(step, () => choose(step.split(" ")[0]))]))] : [],
    make("p", { class: "small", text: finding.states.length ? `${finding.status}, in ${finding.states.join(", ")}` : finding.status }),
    listed("About", finding.elements.map((path) => button(`${titleOf(path)} (${path})`, () => choose(facts.elements[path] ? path : boxOf(path) || path)))),
    make("h4", { text: "Why" }),
    make("p", {}, ...coded(rule.why)),
    make("p", { class: "small" }, rule.sources.join("; "), rule.sources.length ? " " : "", make("a", { href: rule.url, rel: "noreferrer", text: `The rule ${finding.name}` })),
    make("h4", { text: "In the text" }), place(finding.place),
    ...finding.related.map((one) => [make("p", { class: "small", text: one.message }), place(one.place)]),
  );
  show();
  mark();
  centre(chosen.paths);
}

/* Findings */
function ownersOf(finding) {
  return new Set(finding.elements.map((path) => facts.elements[boxOf(path) || path]?.owner || facts.elements[path]?.owner).filter(Boolean));
}
function fill() {
  const words = $("containing").value.toLowerCase(), rows = [];
  facts.findings.forEach((finding, at) => {
    const text = `${finding.code} ${finding.name} ${finding.message} ${finding.elements.join(" ")}`.toLowerCase();
    if (words && !text.includes(words)) return;
    if ($("family").value && !finding.code.startsWith($("family").value)) return;
    if ($("severity").value && finding.severity !== $("severity").value) return;
    if ($("status").value && finding.status !== $("status").value) return;
    if ($("owner").value && !ownersOf(finding).has($("owner").value)) return;
    rows.push(make("tr", { "data-finding": at },
      make("td", { class: finding.severity, text: finding.severity }), make("td", { text: `${finding.code} ${finding.name}` }),
      make("td", {}, button(finding.message, () => { chooseFinding(at); $("estate").scrollIntoView({ block: "start" }); about.focus({ preventScroll: true }); })),
      make("td", { text: finding.status }), make("td", { text: `${finding.place[0]}:${finding.place[1]}` })));
  });
  $("rows").replaceChildren(...rows);
  $("count").textContent = `${rows.length} of ${facts.findings.length}`;
  mark();
}
function mark() {
  for (const row of $("rows").children) row.classList.toggle("chosen", Number(row.dataset.finding) === chosen.finding);
}
function offer(id, values) {
  $(id).append(...[...new Set(values)].sort().map((value) => make("option", { value, text: value })));
  $(id).addEventListener("change", fill);
}

/* Who holds what */
function holders() {
  const head = make("tr", {}, make("th", { scope: "col", text: "Data" }), ...facts.states.map((state) => make("th", { scope: "col", text: dated(state) })));
  const rows = facts.data.map((entity) => make("tr", {}, make("th", { scope: "row" }, button(entity.title, () => { choose(entity.path); $("estate").scrollIntoView(); })),
    ...entity.states.map((holdings) => make("td", {}, ...holdings.flatMap((one, at) => [at ? make("br") : "", one.role === "master" ? make("strong", { text: "master " }) : `${one.role} `,
      button(titleOf(one.path), () => { choose(one.path); $("estate").scrollIntoView(); })]), holdings.length ? "" : "not stated"))));
  $("holders").append(make("caption", { class: "unseen", text: "Who holds each fact in each state" }), make("thead", {}, head), make("tbody", {}, ...rows));
  if (!facts.data.length) $("data").hidden = true;
}

/* Finding an element by its words */
function find() {
  const words = $("find").value.toLowerCase().trim(), list = $("found");
  const hits = words ? Object.entries(facts.elements)
    .filter(([path, element]) => `${path} ${element.title} ${element.owner}`.toLowerCase().includes(words))
    .sort(([a, x], [b, y]) => rank(a, x, words) - rank(b, y, words)).slice(0, 10) : [];
  list.replaceChildren(...hits.map(([path, element]) => make("button", { type: "button", role: "option", click: () => { list.hidden = true; choose(path); } },
    element.title, make("span", { class: "small", text: `  ${element.kind} ${path}` }))));
  list.hidden = !hits.length;
}
const rank = (path, element, words) => (element.title.toLowerCase().startsWith(words) ? 0 : path.startsWith(words) ? 1 : 2) + (boxOf(path) === path ? 0 : 3);

/* Setting up */
function begin() {
  $("summary").textContent = facts.summary + (facts.unread ? ". Not everything could be read: what is said here may not be all." : "");
  $("made").textContent = `Made by archlint. ${facts.drawn[0]} boxes and ${facts.drawn[1]} lines, drawn with ${facts.drawn[2]}. Nothing in this page comes from, or goes to, anywhere else.`;
  $("state").max = String(Math.max(facts.states.length - 1, 0));
  $("state").value = String(chosen.state);
  $("time").hidden = facts.states.length < 2;
  $("beside").append(make("option", { value: "-1", text: "no other" }), ...facts.states.map((state, at) => make("option", { value: at, text: called(state) })));
  $("beside").parentElement.hidden = facts.states.length < 2;
  $("state").addEventListener("input", () => { chosen.state = Number($("state").value); show(); });
  $("beside").addEventListener("change", () => { chosen.beside = Number($("beside").value); show(); });
  $("closer").addEventListener("click", () => zoom(0.7));
  $("farther").addEventListener("click", () => zoom(1.4));
  $("whole").addEventListener("click", () => { chosen.paths = []; chosen.finding = -1; aim(full); show(); mark(); });
  $("find").addEventListener("input", find);
  for (const form of document.forms) form.addEventListener("submit", (event) => { event.preventDefault(); $("found").querySelector("button")?.click(); });
  $("controls").addEventListener("keydown", walk);
  $("containing").addEventListener("input", fill);
  offer("family", facts.findings.map((finding) => finding.code.slice(0, 3)));
  offer("severity", facts.findings.map((finding) => finding.severity));
  offer("status", facts.findings.map((finding) => finding.status));
  offer("owner", facts.findings.flatMap((finding) => [...ownersOf(finding)]));
  for (const [path, node] of nodes) {
    node.addEventListener("click", () => { if (!moved) choose(path); });
    node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(path); about.focus({ preventScroll: true }); } });
  }
  fill();
  holders();
  show();
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) { event.preventDefault(); $("find").focus(); }
    if (event.key === "Escape") { $("found").hidden = true; chosen.paths = []; chosen.finding = -1; show(); mark(); }
  });
  if (facts.live) watch();
}
function walk(event) {
  const items = [...$("found").querySelectorAll("button")], at = items.indexOf(document.activeElement);
  if ($("found").hidden || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  event.preventDefault();
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  (items[next] || $("find")).focus();
}

/* Moving the drawing */
let grip = null, moved = false;
stage.addEventListener("pointerdown", (event) => { grip = { x: event.clientX, y: event.clientY, look: { ...look } }; moved = false; });
window.addEventListener("pointermove", (event) => {
  if (!grip) return;
  const scale = look.w / svg.getBoundingClientRect().width, dx = event.clientX - grip.x, dy = event.clientY - grip.y;
  if (Math.abs(dx) + Math.abs(dy) > 4) { moved = true; stage.classList.add("held"); }
  if (moved) aim({ ...grip.look, x: grip.look.x - dx * scale, y: grip.look.y - dy * scale });
});
window.addEventListener("pointerup", () => { grip = null; stage.classList.remove("held"); });
stage.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey && document.activeElement !== stage) return;
  event.preventDefault();
  zoom(event.deltaY > 0 ? 1.15 : 0.87, ...pointed(event));
}, { passive: false });
stage.addEventListener("keydown", (event) => {
  const step = look.w / 12, moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (event.target !== stage) return;
  if (moves[event.key]) aim({ ...look, x: look.x + moves[event.key][0], y: look.y + moves[event.key][1] });
  else if (event.key === "+" || event.key === "=") zoom(0.8);
  else if (event.key === "-") zoom(1.25);
  else if (event.key === "0") aim(full);
  else return;
  event.preventDefault();
});

/* A page that is served asks whether the model has changed, and keeps what was chosen. */
async function watch() {
  const kept = sessionStorage.getItem("archlint");
  if (kept) {
    sessionStorage.removeItem("archlint");
    const before = JSON.parse(kept);
    if (before.state < facts.states.length) $("state").value = String((chosen.state = before.state));
    chosen.paths = before.paths.filter((path) => nodes.has(path));
    show();
    window.scrollTo(0, before.scroll);
  }
  for (;;) {
    try {
      const answer = await fetch(facts.live, { cache: "no-store" });
      if (answer.status === 205) {
        sessionStorage.setItem("archlint", JSON.stringify({ state: chosen.state, paths: chosen.paths, scroll: window.scrollY }));
        location.reload();
        return;
      }
    } catch { await new Promise((done) => setTimeout(done, 2000)); }
  }
}
begin();
