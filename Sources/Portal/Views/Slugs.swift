import Training

/// ASCII names for the words that become parts of URLs.
enum Slugs {
  static func stage(_ stage: Stage) -> String {
    switch stage {
    case .kindergarten: "youeryuan"
    case .primary: "xiaoxue"
    case .junior: "chuzhong"
    case .senior: "gaozhong"
    }
  }

  static func mode(_ mode: CourseMode) -> String {
    switch mode {
    case .online: "xianshang"
    case .onSite: "xianxia"
    case .blended: "hunhe"
    case .shadowing: "gengang"
    }
  }

  /// The school subjects in their customary order.
  private static let subjects: [(name: String, slug: String)] = [
    ("语文", "yuwen"), ("数学", "shuxue"), ("英语", "yingyu"), ("物理", "wuli"), ("化学", "huaxue"),
    ("生物", "shengwu"), ("生物学", "shengwuxue"), ("历史", "lishi"), ("地理", "dili"),
    ("道德与法治", "daode-yu-fazhi"), ("思想政治", "sixiang-zhengzhi"), ("思政", "sizheng"), ("科学", "kexue"),
    ("小学科学", "xiaoxue-kexue"), ("信息技术", "xinxi-jishu"), ("信息科技", "xinxi-keji"),
    ("通用技术", "tongyong-jishu"), ("音乐", "yinyue"), ("美术", "meishu"), ("艺术", "yishu"), ("体育", "tiyu"),
    ("体育与健康", "tiyu-yu-jiankang"), ("劳动", "laodong"), ("综合实践", "zonghe-shijian"),
    ("综合实践活动", "zonghe-shijian-huodong"), ("心理健康", "xinli-jiankang"), ("心理", "xinli"),
    ("学前教育", "xueqian-jiaoyu"), ("五大领域", "wuda-lingyu"), ("保教技能", "baojiao-jineng"),
  ]

  /// A known subject's name in pinyin; for others the UTF-8 bytes in hexadecimal, which is ugly but stable.
  static func subject(_ name: String) -> String {
    if let known = subjects.first(where: { $0.name == name }) { return known.slug }
    return "xueke-" + name.utf8.map { String($0, radix: 16) }.joined()
  }

  static func rank(ofSubject name: String) -> Int { subjects.firstIndex { $0.name == name } ?? subjects.count }
}
