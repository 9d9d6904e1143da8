/** Texts that are not JSON, made by table (F31): every one is a 400. */

const sample =
  '{"topic":"deals.assigned","recipients":[{"user":"ada","as":"assignee"},{"group":"sales"}],"actor":{"name":"Zo\\u00eb"},' +
  '"data":{"value":-1200.5e+3,"won":true,"lost":false,"note":null,"path":"a\\\\b\\n","empty":[]},"origin":"ui"}';

const places = {
  root: (value: string) => value,
  member: (value: string) => `{"topic":"a","data":${value}}`,
  item: (value: string) => `{"recipients":[1,${value},2]}`,
};

const brokenValues = [
  ..."NaN Infinity -Infinity +Infinity undefined None nil nul nulll True FALSE tru truee yes void Symbol()".split(" "),
  ..."01 -01 00 1. .5 -.5 1.e3 1e 1e+ 1E- +1 - -- --1 1-1 0x1F 0b1 0o7 1_000 1n 1,5.2.1 1.2.3 ١ １ $1 1% 1e1.5".split(
    " ",
  ),
  "'single'",
  "`back`",
  "“curly”",
  "(1)",
  "<a/>",
  "/re/",
  "new Date()",
  "1 /* comment */",
  "// comment\n1",
  "# comment\n1",
  "<!-- 1 -->",
  "\u00a01",
  "\u20281",
  "\u30001",
  "\v1",
  "\f1",
  "\0",
  "\ufeff1",
  "\ud83d",
  '"open',
  "'mixed\"",
  '"a" "b"',
  '"a"b',
  '"a"+"b"',
  "1 2",
  "[1 2]",
  "[1,]",
  "[,1]",
  "[1,,2]",
  "[,]",
  "[1}",
  "[1",
  "1]",
  "[1;2]",
  "[...a]",
  "{",
  "}",
  "{1}",
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  '{,"a":1}',
  '{"a":1,,"b":2}',
  '{"a" 1}',
  '{"a"=1}',
  '{"a"=>1}',
  '{"a"::1}',
  '{"a":1 "b":2}',
  '{"a":1;"b":2}',
  '{"a":1]',
  "{a:1}",
  "{'a':1}",
  "{1:1}",
  "{null:1}",
  "{[1]:1}",
  '{"a":1}}',
  "{{}}",
];

const badInText = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)),
  ..."\\x41 \\a \\v \\0 \\' \\e \\U0041 \\u \\u1 \\u12 \\u123 \\u12g4 \\u{41} \\u+041 \\u-123 \\N \\1 \\\u00e9".split(
    " ",
  ),
  "\\\n",
  "\\ ",
];

export const malformed: readonly string[] = [
  ...Array.from(sample, (_, end) => sample.slice(0, end)),
  ...brokenValues.flatMap((value) => Object.values(places).map((place) => place(value))),
  ...badInText.flatMap((bad) => [`{"a":"x${bad}y"}`, `{"x${bad}y":1}`]),
  " ",
  "\n",
  "topic=deals.assigned&recipients=ada",
  "--boundary\r\nContent-Disposition: form-data",
  "topic: deals.assigned",
  "<?xml version='1.0'?><event/>",
  `${sample}\n${sample}`,
  `${sample},`,
  `${sample};`,
  `${sample}\0`,
  `)]}',\n${sample}`,
  `callback(${sample})`,
  sample.replaceAll('"', "'"),
  sample.replaceAll(",", ";"),
  sample.replaceAll(":", "="),
  sample.replaceAll('"', '\\"'),
];

type Row = [name: string, text: string, code: "bad_request" | "unprocessable", pointer?: string];

const hostileRows: Row[] = [
  ["a duplicate key", '{"a":1,"a":2}', "unprocessable", "/a"],
  ["a duplicate key by an escape", '{"ab":1,"\\u0061b":2}', "unprocessable", "/ab"],
  ["a duplicate key far inside", '{"a":[0,{"x/y":{"~":1,"q":":","~":2}}]}', "unprocessable", "/a/1/x~1y/~0"],
  ["a duplicate key that hides others", '{"a":{"b":1,"c":2},"a":1}', "unprocessable", "/a"],
  ["__proto__", '{"data":{"__proto__":{"x":1}}}', "unprocessable", "/data/__proto__"],
  ["__proto__ by an escape", '{"\\u005f_proto__":1}', "unprocessable", "/__proto__"],
  ["constructor.prototype", '{"a":[{"constructor":{"prototype":{}}}]}', "unprocessable", "/a/0/constructor"],
  ["2^53 + 1", '{"a":{"b":[0,9007199254740993]}}', "unprocessable", "/a/b/1"],
  ["2^53", '{"a":9007199254740992}', "unprocessable", "/a"],
  ["-2^53", '{"a":-9007199254740992}', "unprocessable", "/a"],
  ["1e400", '{"a":1e400}', "unprocessable", "/a"],
  ["-1e400", '{"a":-1e400}', "unprocessable", "/a"],
  ["NUL in text", '{"a":["x\\u0000y"]}', "unprocessable", "/a/0"],
  ["NUL in a key", '{"x\\u0000":1}', "unprocessable", "/x\0"],
  ["a high surrogate alone", '{"a":"\\ud83d!"}', "unprocessable", "/a"],
  ["a low surrogate alone", '{"a":"\\udE00"}', "unprocessable", "/a"],
  ["surrogates the wrong way round", '{"a":"\\ude00\\ud83d"}', "unprocessable", "/a"],
  ["a surrogate alone as it stands", '{"a":"\ud83d"}', "unprocessable", "/a"],
  ["a surrogate alone in a key", '{"\\ud83d":1}', "unprocessable", "/\ufffd"],
  ["33 objects deep", `${'{"a":'.repeat(33)}1${"}".repeat(33)}`, "bad_request"],
  ["33 arrays deep", "[".repeat(33) + "]".repeat(33), "bad_request"],
  ["100,000 arrays deep", "[".repeat(100_000) + "]".repeat(100_000), "bad_request"],
  ["100,000 arrays left open", "[".repeat(100_000), "bad_request"],
  ["100,000 objects deep", '{"a":'.repeat(100_000), "bad_request"],
  ["1,001 keys", `{"data":${objectOf(1001)}}`, "unprocessable", "/data"],
  ["10,000 keys", objectOf(10_000), "unprocessable", ""],
  ["10,001 values", JSON.stringify(Array(10_000).fill(0)), "bad_request"],
  ["30,000 empty arrays", `[${"[],".repeat(29_999)}[]]`, "bad_request"],
];

/** JSON that a database or another reader could take differently (F33), each with its code and the pointer to it. */
export const hostile = hostileRows.map(([name, text, code, pointer = ""]) => ({ name, text, code, pointer }));

function objectOf(keys: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i])));
}
