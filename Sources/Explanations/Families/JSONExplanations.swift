let jsonExplanations = ExplanationFamily(
  "JS", ("JSON 文件（inspect 的数据）", "JSON files (data for inspect)"),
  [
    Explanation(
      "JS01", ("该有值的地方有值", "a value stands where one is due"),
      zh: "这里应当是一个值：文字、数、列表、对象、true、false 或 null。冒号后面忘了写值，或文件是空的，都会这样。补上值。",
      en:
        "A value is due here: a text, number, list, object, true, false or null. Mostly it was forgotten behind a colon, or the file is empty. Add it."
    ),
    Explanation(
      "JS02", ("键是双引号里的文字", "a key is text in double quotes"),
      zh: "JSON 的键要加英文双引号，单引号和不加引号都不行。写成 \"键\": 值。",
      en: "Keys of JSON stand in double quotes; single quotes or none do not do. Write \"key\": value."),
    Explanation(
      "JS03", ("键后面有冒号", "a key is followed by a colon"),
      zh: "键和值之间要有英文冒号。补上它；中文的冒号要改成英文的。",
      en: "Between key and value stands an ASCII colon. Add it, or replace the full-width one."),
    Explanation(
      "JS04", ("各项之间有逗号", "items have commas between them"),
      zh: "列表和对象的各项之间要有英文逗号，最后要有 ] 或 }。在前一项后面补上逗号，或补上结尾的括号。",
      en:
        "Items of a list or object have ASCII commas between them and a bracket at the end. Add the comma or the bracket."
    ),
    Explanation(
      "JS05", ("最后一项后面没有逗号", "the last item has no comma behind it"),
      zh: "JSON 不许最后一项后面再有逗号。删去它。",
      en: "JSON allows no comma behind the last item. Remove it."),
    Explanation(
      "JS06", ("数的写法正确", "numbers are written right"),
      zh: "JSON 的数没有前导的 0 和加号，小数点两边都要有数字，如 0.5。照这样改。",
      en:
        "Numbers of JSON have no leading zeros and no plus sign, and digits on both sides of the point, as 0.5. Write them so."
    ),
    Explanation(
      "JS07", ("不加引号的只有 true、false、null", "only true, false and null have no quotes"),
      zh: "文字要加双引号；不加引号的词只能是小写的 true、false、null。给文字加上引号。",
      en: "Text stands in double quotes; only true, false and null, in small letters, do not. Quote the text."),
    Explanation(
      "JS08", ("引号成对", "quotes are closed"),
      zh: "文字以双引号开头，就要以双引号结束。补上引号；文字里的双引号写作 \\\"。",
      en: "A text that begins with a double quote ends with one. Close it; inside, a quote is \\\"."),
    Explanation(
      "JS09", ("文字里不直接换行", "text holds no line breaks as such"),
      zh: "JSON 的文字里不能直接换行，也不能有制表符这样的控制字符。换行写成 \\n，制表符写成 \\t。",
      en: "Text of JSON holds no line break or control character as such. Write \\n for a line break and \\t for a tab."
    ),
    Explanation(
      "JS10", ("转义的写法正确", "escapes are those of JSON"),
      zh: "反斜杠后面只能是几种固定的字符。反斜杠本身写两遍：\\\\。Windows 的路径里常有这个错。",
      en:
        "Behind a backslash stand a few fixed signs only. A backslash itself is doubled: \\\\. Paths of Windows are a usual cause."
    ),
    Explanation(
      "JS11", ("转义写的是一个完整的字", "an escape is a whole character"),
      zh: "\\u 后面的编码只是半个字符，多半是别的程序截断了。直接写出这个字符。",
      en: "The code behind \\u is half a character; mostly another program cut it. Write the character itself."),
    Explanation(
      "JS12", ("同一个键只写一次", "a key is given once"),
      zh: "同一个对象里一个键写了两次，不知道以哪一个为准。保留一个。",
      en: "A key that an object has twice leaves open which one counts. Keep one of them."),
    Explanation(
      "JS13", ("值结束以后没有别的", "nothing follows the value"),
      zh: "文件里只能有一个值，它到这里已经结束，后面又写了别的。删去多余的，或放进一个列表里。",
      en: "A file holds one value; it is complete here, and something follows. Remove it, or put all into a list."),
    Explanation(
      "JS14", ("文件存为 UTF-8", "the file is saved as UTF-8"),
      zh: "文件不是 UTF-8 编码，汉字会变成乱码。在编辑器里另存为 UTF-8。",
      en: "The file is not UTF-8, and Chinese would be garbled. Save it as UTF-8."),
    Explanation(
      "JS15", ("嵌套不太深", "nesting is not too deep"),
      zh: "列表和对象一层套一层，超过了上限，正常的数据不会这样。检查是不是有括号没有结束。",
      en: "Lists and objects nest deeper than is read, as no ordinary data does. Look for a bracket that is not closed."
    ),
    Explanation(
      "JS16", ("文件大小在限度以内", "the file is not too large"),
      zh: "JSON 文件超过了上限，消息里写着是多少。只留下看版式要用的那一部分数据。",
      en: "The file is larger than the limit that the message names. Keep the part of the data that the layout needs."),
  ])
