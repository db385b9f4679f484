package import Diagnostics

/// What the header of a column says that no public file may hold: PV05 for what belongs into the private folder, PV07 for health and
/// feelings, PV09 for pupils and their families.
package enum PrivateColumn: Sendable {
  /// Passwords and codes; told where a cell holds one.
  case account
  /// Numbers of papers and cards.
  case identity
  /// How somebody is reached at home.
  case contact
  /// Only beside a column of persons: marks, fees, remarks, plans, hours.
  case ofPerson(Message)
  /// Health, feelings, biometrics.
  case health
  /// Pupils and their families.
  case pupil

  /// What `header` is about; `nil` for all others.
  ///
  /// - Complexity: O(words of the table below).
  package init?(_ header: String) {
    let name = header.filter { !$0.isWhitespace }.lowercased()
    guard let found = Self.words.first(where: { entry in entry.words.contains { name.contains($0) } }),
      !Self.innocent.contains(where: { name.contains($0) })
    else {
      if let hours = Self.hours.first(where: { name == $0 }) {
        self = .ofPerson(Message(zh: hours, en: "hours of persons"))
        return
      }
      guard Self.pupils.contains(where: { name.hasPrefix($0) }), Self.ofPupil.contains(where: { name.hasSuffix($0) })
      else { return nil }
      self = .pupil
      return
    }
    self = found.column
  }

  /// Words in headers. `手机` alone is a column; `手机端` is none.
  private static let words: [(words: [String], column: PrivateColumn)] = [
    (["家长姓名", "家长电话", "家长手机", "家长微信", "家长联系", "监护人"], .pupil),
    (["密码", "注册码", "激活码", "卡密", "password"], .account),
    (["身份证", "证件号", "护照", "银行卡", "工资卡"], .identity),
    (["手机号", "联系手机", "移动电话", "家庭住址", "个人邮箱", "微信号", "qq号"], .contact),
    (
      [
        "皮质醇", "血压", "血糖", "心率", "体检", "病史", "疾病", "残疾", "抑郁", "焦虑", "scl-90", "scl90", "情绪日记", "情绪得分", "情绪评分", "情绪波动",
        "心理测评",
        "心理测试", "声纹", "人脸", "指纹", "虹膜", "语音样本", "过敏史", "健康状况",
      ], .health
    ),
    (["课酬", "讲课费", "辅导费", "酬金", "劳务费", "应发", "实发"], .ofPerson(Message(zh: "报酬", en: "fees of persons"))),
    (["成绩", "得分", "总分", "名次", "排名", "考分"], .ofPerson(Message(zh: "成绩和名次", en: "scores and ranks"))),
    (["评语", "点评", "评委意见", "跟踪记录"], .ofPerson(Message(zh: "对个人的评语", en: "remarks about persons"))),
    (
      ["自我定位", "个人优势", "个人弱势", "个人目标", "发展目标", "培养目标", "三年目标", "成长目标", "成长记录", "学习记录"],
      .ofPerson(Message(zh: "个人的规划和档案", en: "plans and files of persons"))
    ),
    (["登记证号", "登记学时", "累计学时", "已修学时"], .ofPerson(Message(zh: "个人的学时登记", en: "registers of hours"))),
  ]
  private static let hours = ["学时", "学时数", "手机", "联系电话"]
  private static let pupils = ["学生", "幼儿", "儿童", "孩子", "宝宝"]
  private static let ofPupil = ["姓名", "名字", "照片", "录音", "视频", "学号", "住址", "家庭"]
  /// How to get or to fill in something, and counts of it.
  private static let innocent = ["说明", "办法", "怎样", "是否", "要求", "格式", "标准", "满分", "权重"]

  /// Whether `header` is of persons, each row of one.
  package static func isPerson(_ header: String) -> Bool {
    let name = header.filter { !$0.isWhitespace }
    return name.hasSuffix("姓名")
      || ["学员", "被试", "志愿者", "受试者", "参训教师", "学员编号", "教师编号", "工号", "学号", "样本编号", "被试编号", "培训编号"].contains(name)
  }

  /// Whether `header` says that its numbers are of many people together.
  package static func isAggregate(_ header: String) -> Bool {
    ["平均", "均值", "均数", "标准差", "中位", "比例", "占比", "百分", "率", "人数", "人次"].contains { header.contains($0) }
      && !header.contains("心率") || header.contains("平均心率")
  }

  /// Whether `header` counts the people of a row.
  package static func isCount(_ header: String) -> Bool {
    ["人数", "样本量", "样本数", "参加人数", "被试人数", "n", "N"].contains(header.filter { !$0.isWhitespace })
  }

  /// PV05, PV07 or PV09.
  package var code: DiagnosticCode {
    switch self {
    case .account, .identity, .contact, .ofPerson: "PV05"
    case .health: "PV07"
    case .pupil: "PV09"
    }
  }

  /// What it is about.
  package var subject: Message {
    switch self {
    case .account: Message(zh: "账号密码和注册码", en: "passwords and codes")
    case .identity: Message(zh: "证件和银行卡号码", en: "numbers of papers and cards")
    case .contact: Message(zh: "个人的联系方式", en: "how persons are reached")
    case .ofPerson(let what): what
    case .health: Message(zh: "健康、情绪或生物特征", en: "health, feelings or biometrics")
    case .pupil: Message(zh: "学生、幼儿或家长的个人信息", en: "pupils, children or their families")
    }
  }

  /// What to do with such a column.
  package var repair: Message {
    switch self {
    case .health:
      Message(
        zh: "从 content/ 里移走，原始数据只由检测的人保管；要说结果，写一句话，参加的人不少于10个",
        en:
          "move it out of content/, where only those keep it who measured; results may be one sentence about 10 people or more"
      )
    case .pupil:
      Message(
        zh: "删去这一栏，写人数就够；监护人同意公开的文件，在 content/privacy.yml 的 value 写文件路径，reason 写同意书存在哪里",
        en:
          "delete the column and say how many they are; for a file whose guardians agree, content/privacy.yml has its path as value and where the consent is kept as reason"
      )
    case .account, .identity, .contact, .ofPerson:
      Message(
        zh: "从 content/ 里移走，放到 --private 的文件夹；空白的样表不要填人，提交过的要从历史里清除",
        en: "move it to the folder of --private; leave forms empty; what was committed must be removed from the history"
      )
    }
  }

  /// What is said of a column of a table of records, which is in the repository whether it is shown or not.
  package static func diagnostic(_ header: String, at location: SourceLocation) -> Diagnostic? {
    guard let column = PrivateColumn(header) else { return nil }
    switch column {
    case .ofPerson: return nil
    case .account, .identity, .contact, .health, .pupil: return column.diagnostic(header, at: location)
    }
  }

  /// The error of the column `header` at `location`.
  package func diagnostic(_ header: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      code,
      Message(
        zh: "“\(header)”一栏是\(subject.zh)，不能放在要发布的内容里",
        en: "the column \"\(header)\" is about \(subject.en), which has no place in what is published"),
      at: location, repair: repair)
  }
}
