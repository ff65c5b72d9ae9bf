// A date as readers write it, 31/5/2024 or 31-5-2024, a time behind it or not, in the form of gold; others as they are.
function isoDate(words) {
  const [, day, , month, year, time] = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?:[T ]+(\d{2}:\d{2}))?$/.exec(words) ?? [];
  if (!year) return words;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${time ? `T${time}` : ""}`;
}

// Whether gold takes it: of a date, trailing parts or the year may be unknown, but the calendar must have it.
function isDate(written, withTime) {
  const form = /^(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?|---(\d\d))(T(?:[01]\d|2[0-3]):[0-5]\d)?$/;
  const found = form.exec(written);
  if (!found || (found[7] && !withTime)) return false;
  const year = Number(found[1] ?? 2000); // a leap year: without a year, 29 February is possible
  const month = Number(found[2] ?? found[4] ?? 1);
  const day = Number(found[3] ?? found[5] ?? found[6] ?? 1);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
const isCount = (value) => Number.isInteger(value) && value >= 0;

// The answers of a reader, in the form of the project's gold. They begin as what the program read.
//
// A value is kept as {value, path}: the path is that of the field that it comes from, null for what the reader added.
function goldAnswers({ answers, places }) {
  const SETS = ["organisations", "citations"];
  const FACTS = ["is_meeting_report", "title", "published", "meeting_date", "part_of_day", "kind", "format", "place", "period"];
  const DATES = ["published", "meeting_date"];
  const COUNTS = ["attendance_points", "delegates", "footer_start"];
  FACTS.push(...COUNTS);
  const pathOf = (...way) => Object.keys(places).find((path) => JSON.stringify(places[path]) === JSON.stringify(way)) ?? null;

  let state = begin();
  const before = [];

  function begin() {
    const facts = {};
    for (const key of FACTS) facts[key] = { value: answers[key], path: pathOf(key) };
    const sets = {};
    for (const key of SETS) sets[key] = answers[key].map((value, i) => ({ value, path: pathOf(key, i) }));
    const chairs = answers.chairs.map((value, i) => ({
      value,
      path: pathOf("chairs", i),
      positions: (answers.chair_positions[value] ?? []).map((position, j) => ({
        value: position,
        path: pathOf("chair_positions", value, j),
      })),
    }));
    const lists = answers.lists.map((list, i) => ({
      ...list,
      heading: answers.headings[i],
      path: pathOf("lists", i),
      items: list.items.map((item, j) => ({ ...item, path: pathOf("lists", i, "items", j) })),
    }));
    return { facts, sets, chairs, lists, touched: [] };
  }

  // Where each field of the report stands: in which part, and which of its values it is.
  function find(path) {
    const way = places[path];
    if (!way) return null;
    const [key, i] = way;
    if (SETS.includes(key)) return { key, holder: state.sets[key], value: state.sets[key].find((one) => one.path === path) };
    if (key === "chairs") {
      const whole = path.replace(/\.name$/, "");
      return { key, holder: state.chairs, value: state.chairs.find((one) => one.path === whole) };
    }
    if (key === "chair_positions") {
      const chair = state.chairs.find((one) => path.startsWith(`${one.path}.`));
      return chair ? { key, holder: chair.positions, value: chair.positions.find((one) => one.path === path) } : null;
    }
    if (key === "lists") {
      // The heading and the number announced of a list stand for the list.
      const list = state.lists.find((one) => one.path === pathOf("lists", i));
      if (!list) return { key };
      const item = way[2] === "items" ? list.items.find((one) => one.path === path) : undefined;
      return way[2] === "items" ? { key, list, holder: list.items, value: item } : { key, list, holder: state.lists, value: list };
    }
    return key in state.facts ? { key, fact: state.facts[key] } : null;
  }

  // Whether the reader has taken a value away.
  function isGone(path) {
    const found = find(path);
    return found !== null && (found.fact ? found.fact.value === null : !found.value);
  }

  // Every change goes through here, so that each can be taken back.
  function change(key, doIt) {
    before.push(structuredClone(state));
    doIt(state);
    for (const one of [key].flat()) if (!state.touched.includes(one)) state.touched.push(one);
  }

  // What stands against an export, one sentence each.
  function problems() {
    const found = [];
    state.lists.forEach((list, i) => {
      if (list.items.length < 2) found.push(say("list_too_short", i + 1));
      if (list.declared !== null && !isCount(list.declared)) found.push(say("no_count", say("declared_of", i + 1)));
      for (const { n, start, body, end } of list.items) {
        if (!isCount(n)) found.push(say("no_number", i + 1));
        else if (!(start < body && body <= end)) found.push(say("out_of_order", n, i + 1));
      }
    });
    for (const key of DATES) {
      const { value } = state.facts[key];
      if (value !== null && !isDate(value, key === "published")) found.push(say("no_date", say(`key_${key}`), value));
    }
    for (const key of COUNTS) {
      const { value } = state.facts[key];
      if (value !== null && !isCount(value)) found.push(say("no_count", say(`key_${key}`)));
    }
    const { period } = state.facts;
    if (period.value && !(period.value[0] && period.value[1] >= period.value[0])) found.push(say("period_unclear"));
    if (state.chairs.some((chair) => !chair.value.trim())) found.push(say("no_name"));
    return found;
  }

  // The keys that the reader answers for: all, or those of what was changed.
  function keys(whole) {
    const all = Object.keys(answers);
    return whole ? all : all.filter((key) => key === "is_meeting_report" || state.touched.includes(key));
  }

  function gold(whole, { id, sha256, text }) {
    const values = {
      ...Object.fromEntries(Object.entries(state.facts).map(([key, fact]) => [key, fact.value])),
      ...Object.fromEntries(SETS.map((key) => [key, [...new Set(state.sets[key].map((one) => one.value))]])),
      chairs: state.chairs.map((chair) => chair.value),
      chair_positions: Object.fromEntries(
        state.chairs.map((chair) => [chair.value, chair.positions.map((position) => position.value)]),
      ),
      lists: state.lists.map(({ role, declared, level, inline, items }) => ({
        role,
        declared,
        level,
        inline,
        items: items.map(({ n, start, body, end }) => ({ n, start, body, end })),
      })),
      headings: state.lists.map((list) => list.heading),
    };
    const answered = Object.fromEntries(keys(whole).map((key) => [key, values[key]]));
    return { id, ...answered, text_sha256: sha256, text };
  }

  return {
    get state() {
      return state;
    },
    get isTouched() {
      return before.length > 0;
    },
    find,
    isGone,
    change,
    undo() {
      if (before.length) state = before.pop();
    },
    problems,
    keys,
    gold,
  };
}
