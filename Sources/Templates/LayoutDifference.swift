package import Diagnostics

/// Something that our layouts do otherwise than Jinja2 3.1.6, with its reason; the generated reference lists them.
///
/// What is left out altogether is `LeftOut`.
package struct LayoutDifference: Sendable {
  /// The heads under which the comparison with Jinja2 files a case.
  package enum Head: String, CaseIterable, Sendable {
    case numbers, names, context, types, pythonLiteral

    /// The head in the reference.
    package var title: Message {
      switch self {
      case .numbers: Message(zh: "数字", en: "Numbers")
      case .names: Message(zh: "版式的名字", en: "Names of layouts")
      case .context: Message(zh: "转义", en: "Escaping")
      case .types: Message(zh: "类型", en: "Types")
      case .pythonLiteral: Message(zh: "Python 的写法", en: "Python literals")
      }
    }
  }

  package let head: Head
  /// What happens here.
  package let rule: Message
  package let reason: Message

  /// Every difference, in the order of the heads.
  package static let all: [LayoutDifference] = [
    LayoutDifference(
      head: .numbers,
      rule: Message(
        zh: "数字是整数和精确小数：8/2 得 4，0.1 + 0.2 得 0.3，1.0 就是整数 1",
        en: "numbers are exact: 8/2 is 4, 1.0 is the whole number 1"),
      reason: Message(zh: "学时、学分、金额不容二进制误差", en: "hours, credits and money bear no binary error")),
    LayoutDifference(
      head: .numbers, rule: Message(zh: "round 四舍五入，结果不带“.0”", en: "round is half away from zero and adds no “.0”"),
      reason: Message(zh: "与文件里的算法一致", en: "the schemes count so")),
    LayoutDifference(
      head: .names,
      rule: Message(zh: "extends、include、import 的名字直接写出，include 也可写一列名字", en: "names of layouts are written out"),
      reason: Message(zh: "版式在生成任何页面之前全部读入并检查", en: "all layouts are read and checked before any page is made")),
    LayoutDifference(
      head: .names,
      rule: Message(
        zh: "extends 之后、块之外的 include 什么也不输出，并有警告",
        en: "an include behind extends and outside of blocks prints nothing, and is warned of"),
      reason: Message(zh: "Jinja2 把它输出在整页之前", en: "Jinja2 prints it in front of the whole page")),
    LayoutDifference(
      head: .names,
      rule: Message(
        zh: "directive 和 attribute 语句只写在 directives/ 里的版式开头，Jinja2 没有",
        en: "the statements directive and attribute stand at the head of layouts of directives/; Jinja2 has none"),
      reason: Message(
        zh: "正文里的指令按它检查，帮助页由它生成", en: "directives in texts are checked by them, and the help page is made of them")),
    LayoutDifference(
      head: .context, rule: Message(zh: "转义按所在之处：正文、属性、地址、JSON；不能安全写入之处被拒绝", en: "escaping follows the place"),
      reason: Message(zh: "一个值不能离开它所在之处", en: "no value leaves its place")),
    LayoutDifference(
      head: .context, rule: Message(zh: "safe 只用于已是标记的值", en: "safe is for markup only"),
      reason: Message(zh: "否则一个记录里的文字可以改写页面", en: "or a record's text could rewrite the page")),
    LayoutDifference(
      head: .context,
      rule: Message(
        zh: "含标签的标记不能截断、替换、倒写（truncate、replace、reverse、[:]），先用 striptags",
        en: "markup with tags is not cut, replaced in or reversed; striptags comes first"),
      reason: Message(
        zh: "截断的标签会把后面的文字读成别的", en: "behind a tag that is cut the text would be read otherwise")),
    LayoutDifference(
      head: .context,
      rule: Message(
        zh: "载入脚本、样式、页面的地址（script、iframe、embed、object、base，rel 是 stylesheet 一类的 link）只取本站的链接，或开头已写出的路径",
        en:
          "addresses that load scripts, styles or pages (script, iframe, embed, object, base, link with rel=stylesheet and its kin) take links of this portal, or stand behind the beginning of a path"
      ),
      reason: Message(zh: "一个值不能让页面执行别处的代码", en: "no value makes a page run code from elsewhere")),
    LayoutDifference(
      head: .context,
      rule: Message(
        zh: "脚本里只有 …|tojson，写在代码中，不在引号里；JSON 里的标记是一段文字",
        en: "in scripts only …|tojson, in code and not in quotes; in JSON markup is a text"),
      reason: Message(zh: "值自带引号", en: "the value brings its own quotes")),
    LayoutDifference(
      head: .context,
      rule: Message(
        zh: "set 块经过滤器后是文字的（title、striptags、first），照文字转义",
        en: "a set block that a filter makes a text (title, striptags, first) is escaped as text"),
      reason: Message(
        zh: "striptags 还原的“<”不能成为标记", en: "what striptags restores may hold “<” and is no markup")),
    LayoutDifference(
      head: .types,
      rule: Message(
        zh: "参数的个数和名字在生成之前检查，不会执行到的地方也查",
        en: "number and names of arguments are checked beforehand, also where nothing would ever be rendered"),
      reason: Message(zh: "保存版式时就发现错误", en: "a mistake is found when the layout is saved")),
    LayoutDifference(
      head: .types,
      rule: Message(
        zh: "is defined 和 default 问的名字，须有一种页面或一份版式给出",
        en: "a name that is defined or default asks for is given by some page or layout"),
      reason: Message(zh: "写错的名字不会悄悄地总是没有值", en: "a name that is misspelt is not silently absent for ever")),
    LayoutDifference(
      head: .types,
      rule: Message(zh: "没有 else 的条件表达式、可能没有的值，不能直接输出", en: "what may be absent is not printed as nothing"),
      reason: Message(zh: "页面上不出现说不清的空白", en: "no blank that nobody meant")),
    LayoutDifference(
      head: .types,
      rule: Message(
        zh: "只在一个分支里设的变量，之后是可缺的值：可以用 if 问，不能直接输出",
        en: "a variable that one branch sets may be absent behind it: it is asked for with if, and not printed before"),
      reason: Message(zh: "Jinja2 中用 if 问它就出错", en: "in Jinja2 asking for it fails")),
    LayoutDifference(
      head: .types, rule: Message(zh: "include 的版式看不到外面的 loop", en: "an included layout does not see loop"),
      reason: Message(zh: "Jinja2 中能否看到取决于循环体是否提到它", en: "in Jinja2 it depends on whether the loop's body mentions it")),
    LayoutDifference(
      head: .types,
      rule: Message(
        zh: "父版式在自己设变量之前，总看到子版式所设的同名变量",
        en: "until a parent sets a variable of its own, it sees what its child has set under that name"),
      reason: Message(
        zh: "Jinja2 中能否看到取决于父版式的那一层是否先读它", en: "in Jinja2 it depends on whether that level of the parent reads it first"
      )),
    LayoutDifference(
      head: .types,
      rule: Message(
        zh: "map、select、reverse、unique、batch、items 等过滤器给出列表：有长度，可以比较，可以再走一遍",
        en:
          "filters such as map, select, reverse, unique, batch and items give lists: with a length, compared, walked again"
      ),
      reason: Message(
        zh: "Jinja2 给的是只能走一遍的生成器，第二遍是空的，也总算作真",
        en: "Jinja2 gives generators, which are empty the second time and always count as true")),
    LayoutDifference(
      head: .numbers,
      rule: Message(zh: "-2 ** n 总是 (-2) ** n", en: "-2 ** n is (-2) ** n in any case"),
      reason: Message(
        zh: "Jinja2 读作 (-2) ** n，n 不是常数时算出的却是 -(2 ** n)",
        en: "Jinja2 reads (-2) ** n, and computes -(2 ** n) when n is no constant")),
    LayoutDifference(
      head: .types,
      rule: Message(
        zh: "unique 和 in 也能用于列表的列表", en: "unique and in take lists of lists"),
      reason: Message(zh: "Python 不能把列表当作名称，就出错", en: "Python fails, as a list cannot be a key there")),
    LayoutDifference(
      head: .types,
      rule: Message(zh: "圆括号里的几个值也是列表：(1, 2) == [1, 2]", en: "tuples are lists: (1, 2) == [1, 2]"),
      reason: Message(zh: "一种列表就够了", en: "one kind of list is enough")),
    LayoutDifference(
      head: .types,
      rule: Message(
        zh: "映射的名称是文字：{1: 'a'} 的名称是 '1'，写 1 也找得到",
        en: "names of mappings are texts: that of {1: 'a'} is '1', found as 1 too"),
      reason: Message(zh: "数据文件里的名称都是文字", en: "in files of data all names are texts")),
    LayoutDifference(
      head: .types,
      rule: Message(zh: "sameas 问的是相等而且种类相同", en: "sameas holds of equal values of one kind"),
      reason: Message(
        zh: "Jinja2 问是不是 Python 内存中的同一个对象：1000 不一定是 1000",
        en: "Jinja2 asks for the same object in Python's memory: 1000 need not be 1000")),
    LayoutDifference(
      head: .pythonLiteral,
      rule: Message(zh: "真假、空值、列表、对照表和记录不能直接输出", en: "booleans, none, lists, mappings and records are not printed"),
      reason: Message(zh: "读者不该看到 True、None 和方括号", en: "no reader should see True, None and brackets")),
  ]
}
