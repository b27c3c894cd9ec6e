// What the live view shows of a workshop under way.
import { every, make, one } from "../dom.js";
import { cuts, running, view } from "./run.js";
import { phrase, span, timeOfDay } from "./told.js";

const MINUTE = 60_000;
const SPOKEN = [5, 1];

export function makeFace(plan) {
  const part = name => one(`[data-lv="${name}"]`);
  const { words } = plan;
  const articles = every(".lv-block");
  const blocks = new Map(plan.blocks.map(block => [block.id, block]));
  let spoken = "";
  let drawn = "";

  // Changes a text only when it differs, so that nothing is read out twice.
  const put = (name, text) => part(name).textContent !== text && (part(name).textContent = text);

  const say = text => put("said", text);

  function show(state, now) {
    const seen = view(state, plan, now);
    paintClock(state, seen, now);
    paintBlock(state);
    paintPlan(state, seen);
    speak(state, seen);
  }

  function paintClock(state, seen, now) {
    put("left", state.at < 0 ? span(state.rows[0].minutes * MINUTE) : span(seen.left));
    put("unit", seen.left < 0 ? words.over : state.paused === null ? words.left : words.paused);
    part("left").parentElement.classList.toggle("over", seen.left < 0);
    part("left").parentElement.classList.toggle("paused", state.paused !== null);
    part("bar").style.inlineSize = `${(seen.share * 100).toFixed(1)}%`;
    put("drift", drift(state, seen));
    part("drift").dataset.late = Math.sign(seen.drift);
    put("end", phrase(words.end, { time: timeOfDay(seen.end) }));
    put("clock", `${words.clock} ${timeOfDay(now)}`);
    put("go", state.at < 0 ? words.begin : state.paused === null ? words.pause : words.go_on);
  }

  function drift(state, { drift }) {
    if (state.at < 0) return "";
    if (!drift) return words.on_time;
    return phrase(drift > 0 ? words.behind : words.ahead, { n: Math.abs(drift) });
  }

  function paintBlock(state) {
    const row = state.rows[state.at];
    for (const article of articles) article.hidden = !row || article.dataset.block !== row.id;
    if (row && !row.id) put("added-title", words[`added_${row.kind}`]);
    part("start").hidden = state.at >= 0;
    const done = state.ended !== null;
    part("done").hidden = !done;
    if (done) {
      const taken = Math.round((state.ended - state.begun) / MINUTE);
      put("taken", phrase(words.done_line, { taken, planned: plan.minutes }));
    }
    for (const button of every(".lv-acts [data-do]")) {
      const idle = !running(state) && !["go", "help", "undo", "back"].includes(button.dataset.do);
      button.setAttribute("aria-disabled", idle || (button.dataset.do === "go" && done));
    }
  }

  function paintPlan(state, seen) {
    const shown = state.rows.map((row, at) => ({ ...row, at, begins: seen.starts[at] })).filter(row => row.at > state.at);
    const text = JSON.stringify([shown.map(row => [row.id, row.minutes, timeOfDay(row.begins)]), timeOfDay(seen.end)]);
    if (text === drawn) return;
    drawn = text;
    part("plan").replaceChildren(...shown.map(planRow), lastRow(seen));
  }

  function planRow({ id, kind, minutes, begins }) {
    const cut = minutes < (blocks.get(id)?.minutes ?? 0);
    const row = make("li", { className: `k-${kind}${minutes ? "" : " out"}${cut || !id ? " cut" : ""}` });
    const length = minutes ? phrase(words.min, { n: minutes }) : words.skipped;
    row.append(make("time", {}, minutes ? timeOfDay(begins) : ""), make("b", {}, titleOf({ id, kind })), make("span", {}, length));
    return row;
  }

  const titleOf = ({ id, kind }) => blocks.get(id)?.title ?? words[`added_${kind}`];

  const lastRow = seen => make("li", { className: "end" }, make("time", {}, timeOfDay(seen.end)), make("b", {}, words.last), "");

  // Said aloud: a new part, five minutes and one minute before its end, and once when it is over.
  function speak(state, seen) {
    if (!running(state)) return;
    const row = state.rows[state.at];
    const minutes = Math.ceil(seen.left / MINUTE);
    const due = SPOKEN.filter(n => minutes <= n && n < row.minutes).at(-1);
    const stage = seen.left < 0 ? "over" : due ?? "on";
    const key = `${state.at} ${stage}`;
    if (key === spoken) return;
    const first = spoken.split(" ")[0] !== String(state.at);
    spoken = key;
    const now = phrase(words.said_now, { title: titleOf(row), n: row.minutes });
    const later = stage === "over" ? words.said_over : phrase(words.said_left, { n: due ?? minutes });
    put("voice", first ? now : later);
  }

  // What re-planning has done to the rest.
  function tellPlan(state) {
    if (!running(state)) return say("");
    if (state.over) return say(phrase(words.cannot, { n: state.over }));
    const list = cuts(state, plan).map(({ row, block }) => cutText(row, block));
    return say(list.length ? phrase(words.cut, { list: list.join("; ") }) : words.fits);
  }

  function cutText(row, block) {
    const { minutes } = row;
    const values = { title: titleOf(row), minutes, how: block?.short?.how };
    if (!block) return phrase(words.cut_added, values);
    if (!minutes) return phrase(words.cut_out, values);
    return phrase(values.how ? words.cut_to : words.cut_less, values);
  }

  return { show, say, tellPlan };
}
