package import Diagnostics

/// Every diagnostic code of layouts and expressions, with the rule it stands for.
package enum LayoutCode: String, CaseIterable, Sendable {
  case syntax = "LT01"
  case limit = "LT02"
  case leftOut = "LT03"
  case unknownVariable = "LT04"
  case unknownAttribute = "LT05"
  case unknownFilter = "LT06"
  case arguments = "LT07"
  case wrongType = "LT08"
  case optional = "LT09"
  case strings = "LT10"
  case safe = "LT11"
  case tags = "LT12"
  case missingLayout = "LT13"
  case circle = "LT14"
  case blocks = "LT15"
  case place = "LT16"
  case branches = "LT17"
  case macros = "LT18"
  case imports = "LT19"
  case unused = "LT20"
  case encoding = "LT21"
  case declarations = "LT22"
  case undefined = "LT30"
  case value = "LT31"
  case address = "LT32"
  case runLimit = "LT33"

  /// The same code as diagnostics carry it: `LT01` … `LT33`.
  package var code: DiagnosticCode { DiagnosticCode(rawValue) }

  /// The rule in one sentence, for `explain`.
  package var rule: Message {
    switch self {
    case .syntax: Message(zh: "标签和表达式须合乎语法", en: "Tags and expressions follow the grammar")
    case .limit: Message(zh: "版式的深度和大小有上限", en: "Layouts have limits of depth and size")
    case .leftOut: Message(zh: "Jinja2 的这一写法未收入", en: "This construct of Jinja2 is left out")
    case .unknownVariable: Message(zh: "变量须是本页所给或先设的", en: "A variable is given to the page or set before")
    case .unknownAttribute: Message(zh: "记录只有其字段表所列的属性", en: "A record has the attributes of its field table")
    case .unknownFilter: Message(zh: "过滤器、测试、函数须是列出的", en: "Filters, tests and functions are those listed")
    case .arguments: Message(zh: "参数须与声明相符", en: "Arguments match the declaration")
    case .wrongType: Message(zh: "值的类型须合用", en: "A value's type fits its use")
    case .optional: Message(zh: "可缺的值先判断或给默认值", en: "An optional value is tested or defaulted before use")
    case .strings: Message(zh: "界面文字的键和占位符须存在", en: "Interface strings have their keys and placeholders")
    case .safe: Message(zh: "safe 只用于已是标记的值", en: "safe is only for values that are markup")
    case .tags: Message(zh: "语句须成对并为本语言所有", en: "Statements are known and closed in order")
    case .missingLayout: Message(zh: "所引的版式文件须存在", en: "A layout that is named exists")
    case .circle: Message(zh: "版式不得互相绕成一圈", en: "Layouts do not go in a circle")
    case .blocks: Message(zh: "块在一份版式中只定义一次，必填块须给出", en: "Blocks are defined once; required ones are given")
    case .place: Message(zh: "表达式只能放在可以安全转义之处", en: "Expressions stand where they can be escaped safely")
    case .branches: Message(zh: "各分支须在 HTML 的同一处结束", en: "Branches end at the same place of the HTML")
    case .macros: Message(zh: "宏先定义后使用", en: "Macros are defined before they are used")
    case .imports: Message(zh: "引入的名字须在那份版式中定义", en: "Imported names are defined in that layout")
    case .unused: Message(zh: "不用的宏和块应删去", en: "Macros and blocks nobody uses are removed")
    case .encoding: Message(zh: "版式是 UTF-8 文字", en: "Layouts are UTF-8 text")
    case .declarations: Message(zh: "指令的版式在开头声明它的属性", en: "A directive's layout declares its attributes at its head")
    case .undefined: Message(zh: "用到的值须存在", en: "A value that is used exists")
    case .value: Message(zh: "运算的值须合用", en: "Values fit what is done with them")
    case .address: Message(zh: "链接只能用许可的协议", en: "Addresses use allowed schemes")
    case .runLimit: Message(zh: "生成的步数和字节数有上限", en: "Rendering has limits of steps and bytes")
    }
  }
}
