import Diagnostics

/// What the name or the title of an attachment says that it is, where it says so with certainty.
enum PrivateFileName {
  case register, health, pupils

  /// Forms and texts about something are not the thing.
  private static let innocent = [
    "模板", "空白", "样表", "样张", "样例", "示例", "格式", "说明", "方案", "办法", "通知", "指南", "手册", "课件", "讲义", "流程", "制度", "要求", "问题",
    "教程", "标准",
    "同意书", "评价表", "量规", "设计", "研究", "须知", "题目",
  ]
  private static let registers = ["花名册", "成绩册", "成绩单", "信息库", "发放表", "工资表", "登记册"]
  private static let measured = [
    "皮质醇", "体检结果", "体检报告", "体检表", "血压", "心率", "情绪日记", "抑郁量表", "焦虑量表", "心理测评", "心理测试", "声纹", "人脸", "语音样本", "情绪样本",
  ]
  private static let who = ["学生", "幼儿", "儿童", "孩子", "小朋友", "宝宝"]
  private static let works = [
    "作品", "照片", "合影", "朗读", "录音", "语音", "演唱", "表演", "绘画", "作文", "习作", "发言", "活动", "展示", "汇报", "上课",
  ]
  /// Pictures, sounds and films: what shows faces, voices and works.
  private static let shown: Set<String> = [
    "jpg", "jpeg", "png", "webp", "gif", "heic", "tif", "tiff", "mp3", "m4a", "wav", "amr", "aac", "ogg", "mp4", "mov",
    "avi", "wmv", "webm", "zip", "rar",
  ]
  private static let data: Set<String> = [
    "csv", "xls", "xlsx", "et", "doc", "docx", "wps", "pdf", "zip", "rar", "mp3", "m4a", "wav", "amr", "aac", "mp4",
  ]

  /// By `name`, the name of the file or its title in a notice; `file` is the name of the file, whose ending tells what it is.
  init?(_ name: String, of file: String? = nil) {
    let file = file ?? name
    let ending = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
    guard !Self.innocent.contains(where: { name.contains($0) }) else { return nil }
    func has(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
    if Self.data.contains(ending), has(Self.measured) {
      self = .health
    } else if Self.shown.contains(ending), has(Self.who), has(Self.works) {
      self = .pupils
    } else if Self.data.contains(ending), has(Self.registers) {
      self = .register
    } else {
      return nil
    }
  }

  var code: DiagnosticCode {
    switch self {
    case .register: "PV05"
    case .health: "PV07"
    case .pupils: "PV09"
    }
  }

  var subject: Message {
    switch self {
    case .register: Message(zh: "花名册、成绩一类的个人登记", en: "a register of persons")
    case .health: Message(zh: "健康、情绪或生物特征的数据", en: "data of health, feelings or biometrics")
    case .pupils: Message(zh: "学生或幼儿的作品、声音、影像", en: "works, voices or faces of pupils")
    }
  }

  var repair: Message {
    switch self {
    case .register:
      Message(
        zh: "从 content/ 移走，放到 --private 的文件夹；空白的样表在文件名里写明“模板”",
        en: "move it out of content/ to the folder of --private; say 模板 in the name of an empty form")
    case .health:
      Message(
        zh: "从 content/ 移走，只由检测的人保管；空白的表在文件名里写明“模板”",
        en: "move it out of content/, where only those keep it who measured; say 模板 in the name of an empty form")
    case .pupils:
      Message(
        zh: "有监护人书面同意的，在 content/privacy.yml 写 value: 文件路径、reason: 同意书的日期和存处；没有的移走",
        en:
          "with the written consent of guardians state the path as value and date and place of the consent as reason in content/privacy.yml; else move it away"
      )
    }
  }
}
