private typealias Path = ExamplePath

let tableExplanations = ExplanationFamily(
  "CV", ("表格文件（CSV）", "tables (CSV)"),
  [
    Explanation(
      "CV01", ("引号成对", "quotes are closed"),
      zh:
        "CSV 里一格以英文双引号开头，就要以双引号结束，不然后面的行全都算在这一格里。多半是手工改 CSV 时漏了一个。在这一格末尾补上引号；引号本身是文字的，整格加引号，里面的引号写两遍。用 Excel 打开、另存为“CSV UTF-8”，引号会自动写对。",
      en:
        "A cell that begins with a double quote ends with one, or all rows behind it belong to the cell. Mostly one was lost when the file was edited by hand. Close it; for a quote that is text, quote the whole cell and double the quote inside. A spreadsheet that saves as CSV UTF-8 writes them right.",
      Example(Path.tutors, before: "t1,贺明岚,\"临江县第一中学", after: "t1,贺明岚,临江县第一中学")),
    Explanation(
      "CV02", ("结束引号后面只有分隔符或换行", "behind a closing quote comes the delimiter or the end of the line"),
      zh: "加了引号的一格，引号外面不能再有字或空格，程序不知道它们属于哪一格。把这些字放进引号，或去掉引号。要显示引号本身，里面的引号写两遍。",
      en:
        "Behind the closing quote of a cell there may be no words or blanks: nobody knows to which cell they belong. Put them inside the quotes, or drop the quotes. For a quote that is shown, double it.",
      Example(
        Path.tutors, before: "t1,\"贺明岚\"（组长）,临江县第一中学", after: "t1,贺明岚（组长）,临江县第一中学",
        over: "t1,贺明岚,临江县第一中学")),
    Explanation(
      "CV03", ("没有加引号的格里没有英文双引号", "an unquoted cell holds no double quote"),
      zh:
        "格里有英文双引号，整格就要加引号，里面的引号写两遍，否则读不准。引号前多了一个空格也会这样。最省事的办法是改用中文引号“”。",
      en:
        "A cell with a double quote in it is quoted as a whole, with the quote doubled. A blank before the opening quote has the same effect. Easiest is to write “” instead.",
      Example(
        Path.tutors, before: "t1,贺明岚,临江县\"第一\"中学", after: "t1,贺明岚,临江县“第一”中学",
        over: "t1,贺明岚,临江县第一中学")),
    Explanation(
      "CV04", ("文件里没有空字符", "the file holds no NUL characters"),
      zh:
        "表格里有空字符（NUL），说明这可能不是 CSV，例如把 .xlsx 改了扩展名。改扩展名不会改变格式。在 Excel 里打开原文件，另存为“CSV UTF-8”。",
      en:
        "A NUL character means that this may be no CSV file, such as an .xlsx with another ending: renaming changes no format. Open the original in a spreadsheet and save it as CSV UTF-8.",
      nil),
    Explanation(
      "CV05", ("编码是 UTF-8 或 GB18030", "the encoding is UTF-8 or GB18030"),
      zh: "文件的编码认不出来，硬读会变成乱码，所以不读。在 Excel 里打开，看文字是否正常，再另存为“CSV UTF-8”。",
      en:
        "The encoding is not known, and guessing would garble the text, so the file is not read. Open it in a spreadsheet, see that the text is right, and save it as CSV UTF-8.",
      nil),
    Explanation(
      "CV06", ("文件没有损坏、没有断开", "the file is neither damaged nor cut off"),
      zh:
        "文件是 UTF-8，但有的字只剩一半：文件没有复制完整，或被别的程序改坏了。断在末尾时，后面的行可能也丢了。从原来的表格重新导出；只坏一个字的，照原件补上。",
      en:
        "The file is UTF-8 and some characters are only half there: it was not copied whole, or another program damaged it. When it breaks off at the end, rows may be lost. Export it again, or type the one character after the original.",
      nil),
    Explanation(
      "CV07", ("表格存为 UTF-8", "tables are saved as UTF-8"),
      zh: "老版本的 Excel 存的 CSV 是 GBK 编码，程序认得出来，已经照 GB18030 读好。这只是提示，请看一眼页面上的文字有没有乱码。以后另存为“CSV UTF-8”就不再提示。",
      en:
        "Older spreadsheets save CSV as GBK; that is recognized and read. It is a note: look whether the words on the page are right. Save as CSV UTF-8, and it is not said again.",
      nil),
    Explanation(
      "CV08", ("每一行的格数与表头相同", "each row has as many cells as the header"),
      zh:
        "多一格或少一格，后面的内容就都错位，所以这一行不读。常见的原因是文字里有英文逗号：整格加上引号，或改用中文逗号。格数少的，补上缺的逗号，没有内容就空着；每一行都与表头差一样多时，改表头。",
      en:
        "With a cell too many or too few, all that follows is in the wrong column, so the row is not read. Mostly there is a comma in the text: quote the cell, or write a Chinese comma. Add the missing delimiters and leave empty cells empty; when every row differs alike, correct the header.",
      Example(Path.tutors, before: "t1,贺明岚,临江县,第一中学", after: "t1,贺明岚,临江县第一中学")),
    Explanation(
      "CV09", ("文件大小在限度以内", "the file is not too large"),
      zh: "一张表太大，多半是把别的文件放错了地方，或者表里有几十万个空行。消息里写着上限。删去空行，或分成几个文件。",
      en:
        "A table of this size is mostly another file in the wrong place, or one with endless empty rows. The message has the limit. Remove the empty rows, or split the file.",
      nil),
    Explanation(
      "CV10", ("表格有表头", "a table has a header"),
      zh: "表格是空的，连表头也没有，不知道要放什么。第一行写上表头，消息里列出了至少要有的栏目；没有内容的表可以只有表头。不要这张表，就删去文件。",
      en:
        "The table is empty and has not even a header. Write the header as the first line; the message names the columns that are needed. A table may have a header alone. If there is to be none, delete the file.",
      Example(Path.pairs, before: "\n", after: "id,师傅,徒弟,起,止\n")),
    Explanation(
      "CV11", ("有内容的列都有表头", "columns with contents have a header"),
      zh: "表头空着的一列里有内容，程序不知道这是什么，只能报错，免得丢了。给这一列写上表头，或清空这一列；在 Excel 里看不到的，往右找找。整列都空的，可以没有表头。",
      en:
        "A column without a header has contents, and nobody knows what they are. Name the column or clear it; in a spreadsheet it may stand far to the right. Empty columns need no header.",
      Example(
        Path.tutors, before: "id,姓名,单位,\nt1,贺明岚,临江县第一中学,组长\nt2,卞文卿,临江县第二中学,",
        after: "id,姓名,单位\nt1,贺明岚,临江县第一中学\nt2,卞文卿,临江县第二中学")),
    Explanation(
      "CV12", ("值没有被 Excel 改坏", "values were not changed by the spreadsheet"),
      zh:
        "Excel 会自作主张：公式出错留下 #REF!，长编号变成 4.1E+17 或末几位变成 0，班号 9-1 变成 9月1日。原来的值已经丢了，程序不能猜，所以是错误。在 Excel 里先把这一列设为“文本”格式，重新填写，再导出。",
      en:
        "Spreadsheets change things by themselves: a broken formula leaves #REF!, a long id becomes 4.1E+17 or ends in zeros, 9-1 becomes a date. The value is gone and cannot be guessed. Format the column as text, enter the value again and export it.",
      Example(Path.streams, before: "zx,中学,数学,#REF!", after: "zx,中学,数学,150")),
    Explanation(
      "CV13", ("日期写成日期，不写成序号", "dates are dates, not serial numbers"),
      zh: "Excel 把日期存成一个数（46288 就是 2026-09-23），导出时有时只剩这个数。程序已经换算成日期，这只是提示，请核对一眼。在 Excel 里把这一列设为日期格式再导出，就不再提示。",
      en:
        "Spreadsheets keep dates as numbers (46288 is 2026-09-23), and sometimes save the number. It was read as the date; this is a note to look at. Format the column as a date and export again.",
      Example(
        Path.sessions, before: "s2,讲座,讲座,46288,,19:00-20:00,,zx,k1,e01,,已定",
        after: "s2,讲座,讲座,2026-09-23,,19:00-20:00,,zx,k1,e01,,已定"
      )),
    Explanation(
      "CV14", ("空格按上一行填写的，看一眼对不对", "blanks that stand for the cell above are right"),
      zh:
        "合并的单元格导出以后，只有第一行有内容，下面都是空格。学科班的学段、班级的学科班和区县、小组的班级，空着就按上一行填写；日期、数和姓名从不这样填。这只是提示：确实是合并的单元格就不用管，否则请填写。",
      en:
        "Of merged cells only the first row has the value when a sheet is saved; the others are blank. A blank stands for the cell above in the stage of streams, in stream and area of classes and in the class of groups, never in dates, numbers or names. It is a note: fill in what was no merged cell.",
      Example(
        Path.groups, before: "g1,c1,一组,45,临江县第一中学\ng2,,二组,45,临江县第一中学",
        after: "g1,c1,一组,45,临江县第一中学\ng2,c1,二组,45,临江县第一中学")),
    Explanation(
      "CV15", ("第一行就是表头", "the first line is the header"),
      zh: "打印用的表格常在表头上面写一行大标题，程序会把标题当成表头。删去标题这一行，让表头成为第一行。表名可以写进文件名。",
      en:
        "Tables for printing often have a title above the header, which would be read as the header. Delete that line. The name of the file can tell what the table is.",
      Example(
        Path.tutors, before: "辅导教师一览表,,\nid,姓名,单位\nt1,贺明岚,临江县第一中学", after: "id,姓名,单位\nt1,贺明岚,临江县第一中学")),
    Explanation(
      "CV16", ("表里没有合计行", "a table has no row of sums"),
      zh: "“合计”“小计”这样的一行不是一条记录，已经略去，合计由程序自己算。这是警告，删去这一行就不再提醒。第一格是“合计”一类的字、又缺少必填的格，才这样认。",
      en:
        "A row of 合计 or 小计 is no record and is left out; sums are computed. It is a warning; delete the row. A row counts as one when it begins with such a word and lacks what every record has.",
      Example(Path.streams, before: "zx,中学,数学,150\n合计,,,150", after: "zx,中学,数学,150")),
  ])
