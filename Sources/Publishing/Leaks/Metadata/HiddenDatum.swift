import Diagnostics

/// What a file tells about somebody without showing it to its readers.
enum HiddenDatum: Int, CaseIterable, Comparable {
  /// Where it was taken.
  case place
  /// When, and with which device.
  case camera
  /// Who made it or saved it last.
  case author
  /// Who wrote notes in it or changed its text.
  case reviewer
  /// The folder of somebody's computer, which is called as they are.
  case folder
  /// A remark that no reader sees.
  case remark

  static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

  var name: Message {
    switch self {
    case .place: Message(zh: "拍摄地点", en: "where it was taken")
    case .camera: Message(zh: "拍摄时间和设备", en: "when and with which device it was taken")
    case .author: Message(zh: "作者或最后保存的人", en: "who made it or saved it last")
    case .reviewer: Message(zh: "写批注、改文字的人", en: "who commented or changed its text")
    case .folder: Message(zh: "制作者电脑里的文件夹", en: "a folder of its maker's computer")
    case .remark: Message(zh: "看不见的备注", en: "a remark that nobody sees")
    }
  }
}

/// The programs that a file is mended with.
enum HiddenDatumRepair {
  case office, oldOffice, openDocument, pdf, drawing, animation, photograph, film, archive

  var message: Message {
    switch self {
    case .office:
      Message(
        zh: "在 Word、Excel、PowerPoint 里点“文件→信息→检查问题→检查文档”，删去文档属性和批注再保存；WPS 里先接受修订、删批注，再在“文件→文档加密→属性”里清空作者",
        en:
          "in Word, Excel or PowerPoint choose File, Info, Check for Issues, Inspect Document, remove properties and comments and save; in WPS accept changes, delete comments, and empty the author in the document's properties"
      )
    case .oldOffice:
      Message(
        zh: "在资源管理器里右击文件，“属性→详细信息→删除属性和个人信息”；或另存为 docx、xlsx、pptx 后删去作者",
        en:
          "right-click the file, choose Properties, Details, Remove Properties and Personal Information; or save it as docx, xlsx or pptx and empty the author"
      )
    case .openDocument:
      Message(
        zh: "在 LibreOffice 里“文件→属性”，点“重置属性”，删去批注和修订，再保存",
        en: "in LibreOffice choose File, Properties, Reset Properties, delete comments and changes, and save")
    case .pdf:
      Message(
        zh: "在 Word、WPS 里清空作者、删去批注后重新导出 PDF；或在 Acrobat 里“工具→编辑→删除隐藏信息”",
        en:
          "empty the author in Word or WPS, delete comments, and export the PDF anew; or use Remove Hidden Information in Acrobat"
      )
    case .drawing:
      Message(
        zh: "在 Inkscape 里“文件→文档属性→元数据”清空，再另存为“普通 SVG”；其他程序导出时不带元数据",
        en:
          "in Inkscape empty File, Document Properties, Metadata and save as plain SVG; in other programs export without metadata"
      )
    case .animation:
      Message(
        zh: "用 Photoshop 或在线工具重新导出 GIF，元数据选“无”；不动的图另存为 PNG",
        en: "export the GIF anew with metadata set to none; save pictures that do not move as PNG")
    case .photograph:
      Message(
        zh: "用看图或办公软件打开，另存为 JPEG：发布时会自动去掉这些信息",
        en: "save it as JPEG, from which these are taken out when it is published"
      )
    case .film:
      Message(
        zh: "在手机相册里关掉“位置”再导出，或用剪辑软件重新导出一次",
        en: "export it anew from the telephone without its location, or from a program for films")
    case .archive:
      Message(
        zh: "把压缩包里的文件逐个清理后重新打包；照片不必打包，直接放进 files/",
        en: "mend the files in the archive and pack it again; photographs need no archive")
    }
  }
}

extension HiddenDatum {
  /// PV08 of the reference for the file `path`: what it tells, never whom it names.
  static func diagnostic(_ data: [HiddenDatum], at path: String, _ repair: HiddenDatumRepair) -> Diagnostic {
    Diagnostic(
      "PV08",
      Message(
        zh: "文件里有读者看不见的个人信息：\(data.map(\.name.zh).joined(separator: "、"))",
        en: "the file holds what its readers do not see: \(data.map(\.name.en).joined(separator: ", "))"),
      at: SourceLocation(path), repair: repair.message)
  }
}
